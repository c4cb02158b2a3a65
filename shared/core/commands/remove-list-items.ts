import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import type { Command } from './command';
import { Draft, intentOf, withFields } from '../making/draft';
import { itemGone, listIn, type ListPlace } from '../making/list-items';
import { quoted } from '../words/wording';

export interface RemoveListItemsInput extends ListPlace {
  readonly itemIds: readonly RecordId[];
  /** An item that is typed into instead of them: what is typed there next is one step with the removal. */
  readonly typedInto?: RecordId | undefined;
}

/** Takes lines out of a list inside a record, in one step. */
export const removeListItems: Command<RemoveListItemsInput> = {
  id: 'remove-list-items',
  title: '删除清单项',
  run(project, { id, field, itemIds, typedInto }) {
    const list = listIn(project, { id, field });
    if (!list.ok) return list;
    const { record, items, label, owner } = list.value;
    const wanted = new Set(itemIds);
    const gone = items.filter((item) => wanted.has(item.id));
    const [first] = gone;
    if (first === undefined || gone.length < wanted.size) return fail(itemGone);
    const draft = new Draft(project);
    draft.put(withFields(record, { [field]: items.filter((item) => !wanted.has(item.id)) }));
    const what = gone.length === 1 ? quoted(first.text) : `${String(gone.length)} 条`;
    const group = typedInto !== undefined && { group: `edit:${id}:${field}:${typedInto}` };
    return intentOf(draft, { label: `从${owner}的${label}里删除${what}`, ...group });
  },
};
