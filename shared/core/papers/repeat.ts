import { closest } from '../model/project';
import type { PageSetup } from './block';
import { courseContext } from './course-context';
import type { BlockOf } from './layout';
import type { Making } from './making';
import { integratedCourses, levelScopes, startScopes, termsIn } from './major-scope';

/** One round of a repetition: what is at hand in it, and how its pages lie (null = as those before). */
export interface Round {
  readonly own: Making;
  readonly orientation: PageSetup['orientation'] | null;
}

/** The rounds of a repetition in the order of the paper. */
export function repeatMakings(making: Making, block: BlockOf<'repeat'>): readonly Round[] {
  const { scope } = making;
  switch (block.over) {
    case 'levels':
      return levelScopes(scope).map((one) => ({
        own: { ...making, scope: one },
        orientation: null,
      }));
    case 'startPoints':
      return startScopes(scope).map((one) => ({
        own: { ...making, scope: one },
        orientation: termsIn(one) >= (block.landscapeFrom ?? Infinity) ? 'landscape' : 'portrait',
      }));
    case 'courses':
      return integratedCourses(scope).map((course) => ({
        own: {
          ...making,
          scope: { ...scope, level: closest(scope.project, course.id, 'majorLevel') },
          context: courseContext(scope.project, course),
        },
        orientation: null,
      }));
  }
}
