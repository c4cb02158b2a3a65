import type { RecordId } from '@shared/core/kernel/id';
import type { PageEntry } from '../../state/pages/page-entry';

/** The line of a page that is no record of its own. */
export function partRow(
  id: RecordId,
  { kind, part = '', tag, title = '' }: PageEntry,
  depth: number,
) {
  return {
    id: `${id}-${part}`,
    kind,
    part,
    parentId: id,
    depth,
    tag: typeof tag === 'string' ? tag : '',
    name: title,
    named: true,
    note: '',
    finished: null,
    teacherId: null,
    folds: false,
    open: false,
  };
}
