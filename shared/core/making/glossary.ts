import type { RecordId } from '../kernel/id';
import type { Random } from '../kernel/random';
import { childrenOf } from '../model/project';
import type { KnownRecord } from '../model/record';
import { putLast } from './creation';
import type { Draft } from './draft';
import { removeWithAll } from './removal';

interface OwnTerm {
  readonly termId: string;
  /** '' = as usual. */
  readonly label: string;
  readonly majorId: RecordId;
  /** The one made before it in the same step; left out = none. */
  readonly after?: KnownRecord | undefined;
}

/** One record for the term, or none when it is as usual; doubles of a merge go. Answers a new one. */
export function putTerm(
  draft: Draft,
  { termId, label, majorId, after }: OwnTerm,
  random: Random,
): KnownRecord | undefined {
  const [there, ...doubles] = childrenOf(draft.project, majorId, 'glossaryTerm').filter(
    (term) => term.termId === termId,
  );
  removeWithAll(
    draft,
    doubles.map(({ id }) => id),
  );
  if (there !== undefined && label === '') removeWithAll(draft, [there.id]);
  else if (there !== undefined) draft.put({ ...there, label });
  else if (label !== '') {
    const place = { kind: 'glossaryTerm', parentId: majorId } as const;
    return putLast(draft, { ...place, given: { termId, label }, after }, random);
  }
  return undefined;
}
