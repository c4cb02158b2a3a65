/** Widths of ASCII 32–126 in Times New Roman, in thousandths of the size. */
const latinWidths = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
  556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
  722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
  278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
const firstLatin = 32;
const unit = 1000;
/** Marks that may not begin a line, and those that may not end one. */
const notFirst = new Set('，。、；：？！）》」』】”’％…—～·,.;:?!)%]');
const notLast = new Set('（《「『【“‘([');
const closing = new Set('，。、；：）》」』】');
const opening = new Set('（《「『【');

/** Nearly all of a paper says the same as before an edit: a text is counted once. */
const counted = new Map<string, number>();
const mostCounted = 8_192;

/** How many lines a text takes in a width; all in ems of its size. */
export function linesOfText(text: string, width: number, firstIndent: number): number {
  const key = `${String(width)} ${String(firstIndent)} ${text}`;
  const known = counted.get(key);
  if (known !== undefined) return known;
  const lines = countLines(text, width, firstIndent);
  if (counted.size >= mostCounted) counted.clear();
  counted.set(key, lines);
  return lines;
}

function countLines(text: string, width: number, firstIndent: number): number {
  let lines = 1;
  let used = firstIndent;
  for (const { size, glue } of wordsOf(text)) {
    // The room a blank at the end of a line takes is not needed.
    if (used + size - glue > width + 0.001 && used > 0) {
      lines += 1;
      used = 0;
    }
    used += size;
  }
  return lines;
}

interface Word {
  /** In ems. */
  readonly size: number;
  /** Of it, blanks at the end. */
  readonly glue: number;
}

/** What a line is never broken within: a Han character with its marks, a Latin word. */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let size = 0;
  let glue = 0;
  let before = '';
  for (const char of text) {
    if (before !== '' && mayBreak(before, char)) {
      words.push({ size, glue });
      size = 0;
      glue = 0;
    }
    const own = charWidth(char, before);
    size += own;
    glue = char === ' ' ? glue + own : 0;
    before = char;
  }
  if (before !== '') words.push({ size, glue });
  return words;
}

function mayBreak(before: string, char: string): boolean {
  if (notFirst.has(char) || notLast.has(before) || char === ' ') return false;
  return before === ' ' || isWide(before) || isWide(char);
}

function isWide(char: string): boolean {
  return char >= '\u2000' || char === '×' || char === '·';
}

/** Full-width marks that meet share their empty halves. */
function charWidth(char: string, before: string): number {
  if (isWide(char)) {
    const meets =
      (closing.has(before) || opening.has(before)) &&
      (opening.has(char) || (closing.has(before) && closing.has(char)));
    return meets ? 0.5 : 1;
  }
  return (latinWidths[(char.codePointAt(0) ?? 0) - firstLatin] ?? unit / 2) / unit;
}
