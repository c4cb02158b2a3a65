import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import type { Command } from './command';
import { Draft, intentOf, withFields } from '../making/draft';
import { checkedText } from '../making/field-input';
import { itemGone, listIn, type ListPlace } from '../making/list-items';
import { quoted } from '../words/wording';

export interface EditListItemInput extends ListPlace {
  readonly itemId: RecordId;
  readonly text: string;
}

/** Writes one line of a list inside a record. */
export const editListItem: Command<EditListItemInput> = {
  id: 'edit-list-item',
  title: '修改清单项',
  run(project, { id, field, itemId, text }) {
    const list = listIn(project, { id, field });
    if (!list.ok) return list;
    const { record, items, label, owner } = list.value;
    if (items.every((item) => item.id !== itemId)) return fail(itemGone);
    const checked = checkedText(text, 'line');
    if (!checked.ok) return checked;
    const edited = items.map((item) =>
      item.id === itemId ? { ...item, text: checked.value } : item,
    );
    const draft = new Draft(project);
    draft.put(withFields(record, { [field]: edited }));
    return intentOf(draft, {
      label: `把${owner}的${label}中的一条写为${quoted(checked.value)}`,
      group: `edit:${id}:${field}:${itemId}`,
    });
  },
};
