import { itemCode, newId, type RecordId } from '../kernel/id';
import { fail, ok, type Result } from '../kernel/result';
import { type ListItem, mostItems } from '../model/field';
import type { Command } from './command';
import { type Refusal, refuse } from '../words/refusal';
import { Draft, intentOf, withFields } from '../making/draft';
import { checkedText } from '../making/field-input';
import { itemGone, listIn, type ListPlace } from '../making/list-items';

export interface PasteListItemsInput extends ListPlace {
  /** The item to stand behind; null = at the beginning. */
  readonly afterItemId: RecordId | null;
  /** An empty item that becomes the first text instead of a new one; null = none. */
  readonly intoItemId: RecordId | null;
  /** Items the pasted ones take the place of. */
  readonly insteadOf?: readonly RecordId[] | undefined;
  /** One text for each item; blank ones are left out. */
  readonly texts: readonly string[];
}

/** Makes an item of each pasted text, in one step. */
export const pasteListItems: Command<PasteListItemsInput> = {
  id: 'paste-list-items',
  title: '粘贴为多项',
  run(project, { id, field, afterItemId, intoItemId, insteadOf = [], texts }, { random }) {
    const list = listIn(project, { id, field });
    if (!list.ok) return list;
    const { record, label, owner } = list.value;
    const items = list.value.items.filter((item) => !insteadOf.includes(item.id));
    const checked = checkedTexts(texts);
    if (!checked.ok) return checked;
    const behind = intoItemId ?? afterItemId;
    const index = behind === null ? 0 : items.findIndex((item) => item.id === behind) + 1;
    if (behind !== null && index === 0) return fail(itemGone);
    const [first = '', ...rest] = checked.value;
    const news = (intoItemId === null ? checked.value : rest).map((text): ListItem => ({
      id: newId(itemCode, random),
      text,
    }));
    if (items.length + news.length > mostItems) {
      return fail(refuse('too-many', `一栏最多 ${mostItems} 项，这样会超过，没有改动。`));
    }
    const kept = items.map((item) => (item.id === intoItemId ? { ...item, text: first } : item));
    const draft = new Draft(project);
    draft.put(
      withFields(record, { [field]: [...kept.slice(0, index), ...news, ...kept.slice(index)] }),
    );
    const count = checked.value.length;
    return intentOf(draft, { label: `在${owner}的${label}中粘贴 ${count} 项`, focus: id });
  },
};

function checkedTexts(texts: readonly string[]): Result<readonly string[], Refusal> {
  const checked: string[] = [];
  for (const text of texts) {
    const one = checkedText(text, 'line');
    if (!one.ok) return one;
    if (one.value.trim() !== '') checked.push(one.value.trim());
  }
  return checked.length > 0 ? ok(checked) : fail(refuse('nothing', '没有可以粘贴的文字。'));
}
