import { characterCount } from '@shared/core/rules/reading';

/** 「208 字，宜 300～600 字」; only the wish while nothing is written. */
export function countNote(text: string, from: number, to: number): string {
  const count = characterCount(text);
  const wish = `宜 ${String(from)}～${String(to)} 字`;
  return count === 0 ? wish : `${String(count)} 字，${wish}`;
}
