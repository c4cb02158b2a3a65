import type { RecordId } from '../kernel/id';
import { childrenOf, type Project } from '../model/project';
import type { RecordOf } from '../model/record';
import { levelRank, semestersOf } from '../model/start-point';

/** Where in the major a paper stands: the whole of it, or one level or start point of a repetition. */
export interface MajorScope {
  readonly project: Project;
  readonly major: RecordOf<'major'> | undefined;
  /** Lower ones first. */
  readonly levels: readonly RecordOf<'majorLevel'>[];
  readonly level: RecordOf<'majorLevel'> | undefined;
  readonly start: RecordOf<'startPoint'> | undefined;
}

/** The whole major a paper is about; a project holds one. */
export function majorScope(project: Project): MajorScope {
  const [major] = childrenOf(project, null, 'major');
  const levels = major === undefined ? [] : childrenOf(project, major.id, 'majorLevel');
  return {
    project,
    major,
    levels: levels.toSorted((left, right) => levelRank(left.level) - levelRank(right.level)),
    level: undefined,
    start: undefined,
  };
}

/** One scope for each level. */
export function levelScopes(scope: MajorScope): readonly MajorScope[] {
  return scope.levels.map((level) => ({ ...scope, level }));
}

/** One scope for each start point, level by level. */
export function startScopes(scope: MajorScope): readonly MajorScope[] {
  return levelScopes(scope).flatMap((one) =>
    childrenIn(one, 'startPoint').map((start) => ({ ...one, start })),
  );
}

/** The 工学一体化课程 of a level, or of all levels. */
export function integratedCourses(scope: MajorScope): readonly RecordOf<'course'>[] {
  const levels = scope.level === undefined ? scope.levels : [scope.level];
  return levels
    .flatMap(({ id }) => childrenOf(scope.project, id, 'course'))
    .filter(({ courseKind }) => courseKind === 'integrated');
}

/** How many terms the start point of a scope has. */
export function termsIn({ start }: MajorScope): number {
  return start === undefined ? 0 : semestersOf(start);
}

function childrenIn(
  { project, level }: MajorScope,
  kind: 'startPoint',
): readonly RecordOf<'startPoint'>[] {
  const id: RecordId = level?.id ?? '';
  return childrenOf(project, id, kind);
}
