import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import type { Command } from './command';
import { Draft, intentOf, withFields } from './making/draft';
import { itemGone, listIn, type ListPlace } from './making/list-items';
import { quoted } from './making/wording';

export interface RemoveListItemInput extends ListPlace {
  readonly itemId: RecordId;
}

/** Takes one line out of a list inside a record. */
export const removeListItem: Command<RemoveListItemInput> = {
  id: 'remove-list-item',
  title: '删除清单项',
  run(project, { id, field, itemId }) {
    const list = listIn(project, { id, field });
    if (!list.ok) return list;
    const { record, items, label, owner } = list.value;
    const item = items.find((candidate) => candidate.id === itemId);
    if (item === undefined) return fail(itemGone);
    const draft = new Draft(project);
    const rest = items.filter((candidate) => candidate.id !== itemId);
    draft.put(withFields(record, { [field]: rest }));
    return intentOf(draft, { label: `从${owner}的${label}里删除${quoted(item.text)}` });
  },
};
