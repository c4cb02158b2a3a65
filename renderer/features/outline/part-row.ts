import type { RecordId } from '@shared/core/kernel/id';
import type { majorParts } from '../../state/major-parts';

/** The line of a page of the major that is no record of its own. */
export function partRow(majorId: RecordId, part: (typeof majorParts)[number]) {
  return {
    id: `${majorId}-${part.id}`,
    kind: 'major' as const,
    part: part.id,
    parentId: majorId,
    depth: 1,
    tag: part.tag,
    name: part.title,
    named: true,
    note: '',
    finished: null,
    teacherId: null,
    folds: false,
    open: false,
  };
}
