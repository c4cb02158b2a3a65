import { itemCode, newId, type RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { mostItems } from '../model/field';
import { shortened } from '../model/text';
import type { Command } from './command';
import { Draft, intentOf, withFields } from '../making/draft';
import { checkedText } from '../making/field-input';
import { insertedAfter, listIn, type ListPlace } from '../making/list-items';
import { refuse } from '../words/refusal';

export interface AddListItemInput extends ListPlace {
  /** The item to stand behind; null = at the beginning. */
  readonly afterItemId: RecordId | null;
  readonly text: string;
}

/** Adds a line to a list inside a record, such as the tools of a task; focus is the record. */
export const addListItem: Command<AddListItemInput> = {
  id: 'add-list-item',
  title: '新增清单项',
  run(project, { id, field, afterItemId, text }, { random }) {
    const list = listIn(project, { id, field });
    if (!list.ok) return list;
    const { record, items, label, owner } = list.value;
    const checked = checkedText(text, 'line');
    if (!checked.ok) return checked;
    if (items.length >= mostItems) {
      return fail(refuse('too-many-items', `一个清单最多 ${mostItems} 条，没有添加。`));
    }
    const added = insertedAfter(
      items,
      { id: newId(itemCode, random), text: checked.value },
      afterItemId,
    );
    if (!added.ok) return added;
    const draft = new Draft(project);
    draft.put(withFields(record, { [field]: added.value }));
    const words = checked.value === '' ? '' : `“${shortened(checked.value)}”`;
    return intentOf(draft, { label: `在${owner}的${label}里新增${words || '一条'}`, focus: id });
  },
};
