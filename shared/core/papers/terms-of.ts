import { childrenOf, type Project } from '../model/project';
import type { Terms } from '../words/terms';

/** The terms as shipped with the school's own words in their place; an empty word changes nothing. */
export function termsOf(project: Project, base: Terms): Terms {
  const own = childrenOf(project, null, 'major').flatMap(({ id }) =>
    childrenOf(project, id, 'glossaryTerm')
      .filter(({ termId, label }) => label !== '' && Object.hasOwn(base, termId))
      .map(({ termId, label }) => [termId, label] as const),
  );
  return own.length === 0 ? base : { ...base, ...Object.fromEntries(own) };
}
