import type { RecordId } from '../kernel/id';
import { fail, ok, type Result } from '../kernel/result';
import type { Kind } from '../model/record';
import type { Command, Refusal } from './command';
import { checkedFields, createRecords, type FieldValues, type NewPlace } from './making/creation';
import { Draft, intentOf } from './making/draft';
import { isMapping, isSingleton, titleFieldOf } from './making/family';
import { checkedText } from './making/field-input';
import { refuse } from './making/refusal';
import { countOf, kindWord } from './making/wording';

export interface PasteRecordsInput {
  readonly kind: Kind;
  readonly parentId: RecordId | null;
  /** The sibling to stand behind; null = at the beginning, left out = at the end. */
  readonly afterId?: RecordId | null;
  /** One text for each new line; blank ones are left out. */
  readonly texts: readonly string[];
  /** Values all new lines share, e.g. stageId, contentKind. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Makes a line of each pasted text, in one step. Focus is the last of them. */
export const pasteRecords: Command<PasteRecordsInput> = {
  id: 'paste-records',
  title: '粘贴为多条',
  run(project, { kind, parentId, afterId, texts, fields }, { random }) {
    const place: NewPlace = { kind, parentId, afterId };
    const shared = checkedFields(project, place, fields ?? {});
    if (!shared.ok) return shared;
    const values = pastedValues(kind, texts, shared.value);
    if (!values.ok) return values;
    const draft = new Draft(project);
    const created = createRecords(draft, { place, values: values.value }, random);
    if (!created.ok) return created;
    return intentOf(draft, {
      label: `粘贴${countOf(kind, created.value.length)}`,
      focus: created.value.at(-1)?.id ?? null,
    });
  },
};

function pastedValues(
  kind: Kind,
  texts: readonly string[],
  shared: FieldValues,
): Result<readonly FieldValues[], Refusal> {
  const field = titleFieldOf(kind);
  if (field === undefined || isSingleton(kind) || isMapping(kind)) {
    return fail(refuse('no-line', `${kindWord(kind)}不能粘贴为多条。`));
  }
  const values: FieldValues[] = [];
  for (const text of texts) {
    const checked = checkedText(text, 'line');
    if (!checked.ok) return checked;
    const line = checked.value.trim();
    if (line !== '') values.push({ ...shared, [field]: line });
  }
  return values.length > 0 ? ok(values) : fail(refuse('nothing', '没有可以粘贴的文字。'));
}
