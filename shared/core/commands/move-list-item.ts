import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import type { Command } from './command';
import { Draft, intentOf, withFields } from '../making/draft';
import { insertedAfter, itemGone, listIn, type ListPlace } from '../making/list-items';
import { quoted } from '../words/wording';

export interface MoveListItemInput extends ListPlace {
  readonly itemId: RecordId;
  /** The item to stand behind; null = at the beginning. */
  readonly afterItemId: RecordId | null;
}

/** Moves one line within a list inside a record. */
export const moveListItem: Command<MoveListItemInput> = {
  id: 'move-list-item',
  title: '移动清单项',
  run(project, { id, field, itemId, afterItemId }) {
    const list = listIn(project, { id, field });
    if (!list.ok) return list;
    const { record, items, label, owner } = list.value;
    const item = items.find((candidate) => candidate.id === itemId);
    if (item === undefined) return fail(itemGone);
    const rest = items.filter((candidate) => candidate.id !== itemId);
    // Dropped on itself: it stays where it is.
    const moved =
      afterItemId === itemId
        ? ({ ok: true, value: items } as const)
        : insertedAfter(rest, item, afterItemId);
    if (!moved.ok) return moved;
    const draft = new Draft(project);
    draft.put(withFields(record, { [field]: moved.value }));
    return intentOf(draft, { label: `在${owner}的${label}里移动${quoted(item.text)}` });
  },
};
