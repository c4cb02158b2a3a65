import { type Ends, trimEnds } from '../kernel/trim-ends';

/** How a text is laid out: one line, or paragraphs separated by `\n`. */
export type TextShape = 'line' | 'text';

/** What no Word file can hold: controls but the line end, noncharacters, lone halves of characters. */
const unfit = /[^\n\P{Control}]|\p{Noncharacter_Code_Point}|\p{Surrogate}/u;
/** Every way a line ends, those of Word among them: a soft end, a new page, a new column. */
const lineEnds = /\r\n|[\r\v\f\u000e\u0085\u2028\u2029]/gu;
/** Marks the end of a cell in old Word files. */
const cellEnds = /\u0007+/gu;
/** The hyphen at which Word does not break a line; it is seen. */
const firmHyphen = '\u001e';
const unseen = /[^\n\P{Control}]|\p{Noncharacter_Code_Point}/gu;

/**
 * A text without what neither XML nor a reader can take: line ends of every kind are `\n`, tabs and
 * the ends of Word's cells blanks, its firm hyphen a hyphen; other controls and noncharacters go, half
 * a character becomes �, so that it can be seen that something is missing. Nothing a reader can see is
 * left out. The same text as long as it is sound.
 */
export function cleanCharacters(text: string): string {
  if (!unfit.test(text) && !/[\u2028\u2029]/u.test(text)) return text;
  return text
    .replace(lineEnds, '\n')
    .replace(cellEnds, (ends: string, at: number, whole: string) =>
      isLineEdge(whole, at - 1) || isLineEdge(whole, at + ends.length) ? '' : ' ',
    )
    .replaceAll(firmHyphen, '-')
    .replaceAll('\t', ' ')
    .replace(unseen, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

function isLineEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || text[at] === '\n';
}

/** A text as it is stored: NFC, of clean characters, in one line where one is asked for. */
export function normaliseText(value: string, shape: TextShape): string {
  const text = cleanCharacters(value.normalize('NFC'));
  return shape === 'line' ? inOneLine(text) : text;
}

/**
 * Line ends as one blank each, with the blanks around them. Cut and joined, for a pattern that looks
 * for blanks before a line end looks at a long row of blanks again from each of them.
 */
export function inOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, index) => trimEnds(line, isBlank, sides(index, last)))
    .filter((line, index) => line !== '' || index === 0 || index === last)
    .join(' ');
}

const isBlank = (unit: string) => unit === ' ';

/** The sides of a line at which another one stands. */
function sides(index: number, last: number): Ends {
  if (index === 0) return 'end';
  return index === last ? 'start' : 'both';
}

/** True for a text that no Word file can hold. */
export function isUnfit(text: string): boolean {
  return unfit.test(text);
}

/** How many characters nobody sees a text holds, tabs and line ends not counted. */
export function unseenCount(text: string): number {
  const found = text.match(new RegExp(unfit, 'gu')) ?? [];
  return found.filter((character) => character !== '\r' && character !== '\t').length;
}

/** The characters of a text that no Word file can hold, named as U+0007, each once. */
export function unfitCharacters(text: string): readonly string[] {
  const found = text.match(new RegExp(unfit, 'gu')) ?? [];
  return [...new Set(found)].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

/**
 * Why a text that is being written cannot be kept, in words; undefined when it can. Half of a surrogate
 * pair has no UTF-8; while it is written its other half may still come.
 */
export function textProblem(value: string): string | undefined {
  return /\p{Surrogate}/u.test(value)
    ? '文字里有半个字符（可能是表情或生僻字复制不完整），请删去后重新输入。'
    : undefined;
}

/** Letters that `shortened` leaves of a text. */
const mostLetters = 20;
/** Letters before a difference that tell where it is. */
const lead = 6;

/**
 * Two texts from where they begin to differ, when that lies behind what `shortened` would show of them:
 * long texts with one beginning cannot be told apart otherwise. Short ones are left as they are.
 */
export function differingParts(
  before: string,
  after: string,
): { readonly before: string; readonly after: string } {
  const [old, now] = [Array.from(before), Array.from(after)];
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same += 1;
  const isSeen = Math.max(old.length, now.length) <= mostLetters || same < mostLetters - 1 - lead;
  if (isSeen) return { before, after };
  const from = (letters: readonly string[]) => `…${letters.slice(same - lead).join('')}`;
  return { before: from(old), after: from(now) };
}

/** The beginning of a text in one line, at most `most` characters, for sentences that name a thing. */
export function shortened(value: string, most = mostLetters): string {
  const characters = Array.from(cleanCharacters(value).replace(/\s+/gu, ' ').trim());
  return characters.length <= most
    ? characters.join('')
    : `${characters.slice(0, most - 1).join('')}…`;
}
