import type { RecordId } from '../kernel/id';
import { fail, ok, type Result } from '../kernel/result';
import { find, type Project } from '../model/project';
import { isKnown, type Kind, type KnownRecord } from '../model/record';
import type { Command } from './command';
import { gone, type Refusal, refuse } from '../words/refusal';
import {
  checkedFields,
  createRecords,
  type FieldValues,
  type NewPlace,
  parentProblem,
} from '../making/creation';
import { Draft, intentOf, withFields } from '../making/draft';
import { isMapping, isSingleton, titleFieldOf } from '../model/family';
import { stampNow } from '../making/linking';
import { removeWithAll } from '../making/removal';
import { countOf, kindWord } from '../words/wording';

export interface PasteRowsInput {
  readonly kind: Kind;
  readonly parentId: RecordId;
  /** The sibling to stand behind; null = at the beginning. */
  readonly afterId: RecordId | null;
  /** An empty line that becomes the first row instead of a new one; null = none. */
  readonly intoId: RecordId | null;
  /** Siblings the pasted lines take the place of, with all below them. */
  readonly insteadOf?: readonly RecordId[] | undefined;
  /** One set of values for each line; those whose text is blank are left out. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Values all new lines share, e.g. stageId, contentKind. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Makes a line of each pasted row with all its columns, in one step. Focus is the last of them. */
export const pasteRows: Command<PasteRowsInput> = {
  id: 'paste-rows',
  title: '粘贴为多行',
  run(project, input, { random }) {
    const { kind, parentId, afterId, intoId, insteadOf = [] } = input;
    const place: NewPlace = { kind, parentId, afterId: intoId ?? afterId };
    const values = rowValues(project, place, input);
    if (!values.ok) return values;
    const into = intoRecord(project, input);
    if (into === 'missing') return fail(gone);
    const draft = new Draft(project);
    const [first, ...rest] = values.value;
    const news = into === undefined ? values.value : rest;
    const created = createRecords(draft, { place, values: news }, random);
    if (!created.ok) return created;
    if (into !== undefined) {
      const now = draft.read(into.id);
      draft.put(withFields(now !== undefined && isKnown(now) ? now : into, first ?? {}));
    }
    removeWithAll(draft, insteadOf);
    for (const record of created.value) stampNow(draft, record);
    return intentOf(draft, {
      label: `粘贴${countOf(kind, values.value.length)}`,
      focus: created.value.at(-1)?.id ?? into?.id ?? null,
    });
  },
};

/** What is replaced stands in the same list and is not the line that is written into. */
function areSiblings(
  project: Project,
  { insteadOf = [], intoId, kind, parentId }: PasteRowsInput,
): boolean {
  return insteadOf.every((id) => {
    const record = find(project, id);
    return id !== intoId && record?.kind === kind && record.parentId === parentId;
  });
}

function intoRecord(project: Project, input: PasteRowsInput): KnownRecord | undefined | 'missing' {
  const { intoId, kind, parentId } = input;
  if (!areSiblings(project, input)) return 'missing';
  if (intoId === null) return undefined;
  const record = find(project, intoId);
  const isThere = record?.kind === kind && record.parentId === parentId;
  return isThere && isKnown(record) ? record : 'missing';
}

function rowValues(
  project: Project,
  place: NewPlace,
  { rows, fields }: PasteRowsInput,
): Result<readonly FieldValues[], Refusal> {
  const { kind, parentId } = place;
  const title = titleFieldOf(kind);
  const problem = parentProblem(project, kind, parentId);
  if (problem !== undefined) return fail(problem);
  if (title === undefined || isSingleton(kind) || isMapping(kind)) {
    return fail(refuse('no-line', `${kindWord(kind)}不能粘贴为多行。`));
  }
  const values: FieldValues[] = [];
  for (const row of rows) {
    const checked = checkedFields(project, place, { ...fields, ...row });
    if (!checked.ok) return checked;
    values.push({ ...checked.value, [title]: trimmed(checked.value[title]) });
  }
  const written = values.filter((value) => value[title] !== '');
  return written.length > 0 ? ok(written) : fail(refuse('nothing', '没有可以粘贴的文字。'));
}

function trimmed(value: FieldValues[string] | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
