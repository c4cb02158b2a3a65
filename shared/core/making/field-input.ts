import { fail, ok, type Result } from '../kernel/result';
import { dateText } from '../model/date-text';
import {
  type AnyFieldValue,
  fieldSchema,
  type FieldSpec,
  isOption,
  isWritten,
  longestText,
  steppedValue,
} from '../model/field';
import { closest, find, type Project } from '../model/project';
import type { RecordId } from '../kernel/id';
import { normaliseText, textProblem, type TextShape } from '../model/text';
import { type Refusal, refuse } from '../words/refusal';

/** Text as it will be stored, or why it cannot be. */
export function checkedText(value: unknown, shape: TextShape): Result<string, Refusal> {
  if (typeof value !== 'string') return fail(refuse('not-text', '这里只能写文字。'));
  const problem = textProblem(value);
  if (problem !== undefined) return fail(refuse('bad-character', problem));
  const stored = normaliseText(value, shape);
  if (stored.length > longestText) {
    return fail(refuse('text-too-long', '这段文字超过 100,000 个字符，放不下，请分成几段。'));
  }
  return ok(stored);
}

const wrongValue: Readonly<Record<FieldSpec['type'], string>> = {
  line: '这里只能写文字。',
  date: '这里只能写日期，例如 2026-11-05。',
  note: '这里只能写文字。',
  text: '这里只能写文字。',
  items: '清单要一条一条地改。',
  hours: '学时要写成 0 到 20000 之间的数，最小单位 0.5，例如 40 或 2.5。',
  percent: '百分比要写成 0 到 100 之间的数，可以带一位小数。',
  count: '这里要写 0 到 100000 之间的整数。',
  flag: '这里只能选是或否。',
  choice: '没有这个选项。',
  ref: '这里只能选稿子里已有的内容。',
  stamp: '判定依据由“重新判定”来写，不能直接改。',
};

/** A value for a field as it will be stored, or why it cannot be; refs are checked by `refProblem`. */
export function checkedValue(spec: FieldSpec, value: unknown): Result<AnyFieldValue, Refusal> {
  if (isWritten(spec)) return checkedWords(spec, value);
  if (spec.type === 'choice') {
    return isOption(spec, value)
      ? ok(value as string)
      : fail(refuse('wrong-value', wrongValue.choice));
  }
  if (spec.type === 'items' || spec.type === 'stamp') {
    return fail(refuse('not-editable', wrongValue[spec.type]));
  }
  const parsed = fieldSchema(spec).safeParse(value);
  if (!parsed.success || steppedValue(spec, parsed.data as AnyFieldValue) !== parsed.data) {
    return fail(refuse('wrong-value', wrongValue[spec.type]));
  }
  // Minus zero has no form of its own in JSON.
  return ok(parsed.data === 0 ? 0 : (parsed.data as AnyFieldValue));
}

function checkedWords({ type }: FieldSpec, value: unknown): Result<string, Refusal> {
  const words = checkedText(value, type === 'text' ? 'text' : 'line');
  return words.ok && type === 'date' ? ok(dateText(words.value)) : words;
}

/** Why a record in the place `nearId` may not point at `targetId`; undefined when it may. */
export function refProblem(
  project: Project,
  spec: FieldSpec,
  { nearId, targetId }: { readonly nearId: RecordId | null; readonly targetId: AnyFieldValue },
): Refusal | undefined {
  if (spec.type !== 'ref' || typeof targetId !== 'string') return undefined;
  const target = find(project, targetId);
  if (target === undefined || !spec.kinds.includes(target.kind)) {
    return refuse('target-missing', `选中的${spec.label}已经不在稿子里了，没有改动。`);
  }
  const course = closest(project, targetId, 'course');
  const own = closest(project, nearId ?? '', 'course');
  // What stands outside all courses (保留意见, 留存的导出) may point into any.
  if (course !== undefined && own !== undefined && own.id !== course.id) {
    return refuse('other-course', `只能选同一门课程的${spec.label}。`);
  }
  return undefined;
}
