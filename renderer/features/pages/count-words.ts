/** How many characters a text has as teachers count them: no blanks, no line ends. */
export function characterCount(text: string): number {
  return Array.from(text.replace(/\s/g, '')).length;
}

/** 「208 字，宜 150～800 字」; only the wish while nothing is written. */
export function countNote(text: string, from: number, to: number): string {
  const count = characterCount(text);
  const wish = `宜 ${String(from)}～${String(to)} 字`;
  return count === 0 ? wish : `${String(count)} 字，${wish}`;
}
