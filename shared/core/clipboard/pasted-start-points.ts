import { fail, ok, type Result } from '../kernel/result';
import type { PastedStartPoint } from '../commands/paste-start-points';
import type { PastedRow } from './pasted-rows';

const entries = [
  ['juniorHigh', '初中'],
  ['seniorHigh', '高中'],
  ['intermediateGraduate', '中级'],
] as const;
const digits = '零一二三四五六七八九';

/** The start points that rows of a spreadsheet name: 初中毕业生, 初中, 初中起点三年. */
export function pastedStartPoints(
  rows: readonly PastedRow[],
): Result<readonly PastedStartPoint[], string> {
  const found: PastedStartPoint[] = [];
  for (const { title, values } of rows) {
    const entry = entries.find(([, word]) => title.includes(word))?.[0];
    if (entry === undefined) {
      return fail(`“${title}”不是起点，请写初中毕业生、高中毕业生或中级工毕业生。`);
    }
    const years = yearsIn(title);
    found.push({ entry, values: years === null ? values : { years, ...values } });
  }
  return ok(found);
}

/** The number before 年. */
function yearsIn(title: string): number | null {
  const word = /([\d一二两三四五六七八九])\s*年/u.exec(title)?.[1];
  if (word === undefined) return null;
  const number = word === '两' ? 2 : digits.indexOf(word);
  return number > 0 ? number : Number(word);
}
