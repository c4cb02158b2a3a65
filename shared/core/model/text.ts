/** How a text is laid out: one line, or paragraphs separated by `\n`. */
export type TextShape = 'line' | 'text';

/**
 * A text as it is stored: NFC, line ends as `\n` (in one line: as a blank), tabs as blanks. Word's
 * soft line ends count as line ends. Nothing a reader can see is left out.
 */
export function normaliseText(value: string, shape: TextShape): string {
  const unified = value
    .normalize('NFC')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ');
  return shape === 'line' ? unified.replace(/ *\n+ */gu, ' ') : unified;
}

/**
 * Why a normalised text cannot be kept, in words; undefined when it can. Half of a surrogate pair
 * has no UTF-8, and Word opens no file with control characters or noncharacters in it.
 */
export function textProblem(value: string): string | undefined {
  if (/\p{Surrogate}/u.test(value)) {
    return '文字里有半个字符（可能是表情或生僻字复制不完整），请删去后重新输入。';
  }
  const found = /[^\n\P{Control}]|\p{Noncharacter_Code_Point}/u.exec(value);
  if (found === null) return undefined;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `文字里有看不见的控制字符（U+${code}），无法保存，请删去后再试。`;
}

/** The beginning of a text in one line, at most `most` characters, for sentences that name a thing. */
export function shortened(value: string, most = 20): string {
  const characters = Array.from(value.replace(/\s+/gu, ' ').trim());
  return characters.length <= most
    ? characters.join('')
    : `${characters.slice(0, most - 1).join('')}…`;
}
