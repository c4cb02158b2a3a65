import * as z from 'zod';
import stored from '../../../templates/help/fields.json';
import type { SourceMark } from '../rules/rule';

const sentence = z.string().min(1);
const fieldHelpSchema = z.strictObject({
  /** What to write, in one or two sentences. */
  hint: sentence,
  good: sentence,
  bad: sentence,
  /** What is wrong with the bad example. */
  fault: sentence,
  /** Why the field is there. */
  why: sentence,
  /** Where the requirement comes from, as the domain notes mark it. */
  source: z.enum(['S', 'F', 'K']),
});

/** What a blank field and the 为什么 behind its label show. */
export type FieldHelp = z.output<typeof fieldHelpSchema>;

type AllHelp = ReadonlyMap<string, FieldHelp>;

/** Read when the first field asks: a window that starts does not wait for it. */
let read: AllHelp | null = null;

function allHelp(): AllHelp {
  read ??= new Map(Object.entries(z.record(z.string(), fieldHelpSchema).parse(stored)));
  return read;
}

/** The help of a field of a kind; undefined for fields the app fills itself. */
export function fieldHelp(kind: string, field: string): FieldHelp | undefined {
  return allHelp().get(`${kind}.${field}`);
}

/** The Chinese words of where a requirement comes from; nothing is called a regulation that was not read in one. */
export const sourceWords: Readonly<Record<SourceMark, string>> = {
  S: '工学一体化课程开发的培训材料',
  F: '公开的课程文件',
  K: '通行做法',
};
