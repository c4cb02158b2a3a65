import { characterCount } from '@shared/core/rules/reading';

interface Expected {
  readonly wish?: readonly [from: number, to: number] | undefined;
  /** Said while nothing is written and no length is wished for. */
  readonly blank?: string | undefined;
}

/** 「208 字，宜 300～600 字」; while nothing is written, what is wished for. */
export function lengthNote(text: string, { wish, blank = '' }: Expected): string {
  const count = characterCount(text);
  const wished = wish === undefined ? '' : `宜 ${String(wish[0])}～${String(wish[1])} 字`;
  if (count === 0) return wish === undefined ? blank : wished;
  return [`${String(count)} 字`, wished].filter((words) => words !== '').join('，');
}
