import type { PastedParagraph } from './pasted';

const digits = '[\\d０-９]{1,3}';
const han = '[一二三四五六七八九十]{1,3}';
/** 1. 2． 3、 4) (1) （一） 一、 ① ⑴ ⒈ a. • ● and the bullets Word draws with a font of symbols. */
const typedNumber = new RegExp(
  [
    `[(（]\\s*(?:${digits}|${han}|[a-zA-Z])\\s*[)）]`,
    `${digits}\\s*[.．、)）](?![\\d０-９])`,
    `${han}[、.．]`,
    '[a-zA-Z][.．、)）](?=\\s|\\p{Script=Han})',
    '[①-⑳⑴-⒇⒈-⒛㈠-㈩]',
    '[•●▪■◆◇○★※➢➤✓√\\uf000-\\uf0ff]',
    '[·\\-–—*](?=\\s)',
  ]
    .map((form) => `(?:${form})`)
    .join('|')
    .replace(/^(.*)$/u, '^\\s*(?:$1)\\s*'),
  'u',
);
const onlyNumber = new RegExp(`^(?:${digits}|${han})$`, 'u');
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** A line that is longer than this and has no end was broken by the width of a page. */
const pageWidth = 25;

/** A text as it is to be written: NFC, without zero-width characters, plain blanks. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\u00a0\u2000-\u200a]/gu, ' ')
    .trim();
}

/** A text without the number or bullet typed before it: “（2）读单” → “读单”. */
export function withoutNumber(text: string): string {
  return text.replace(typedNumber, '');
}

/** True for a cell or line with nothing but its number (序号). */
export function isOnlyNumber(text: string): boolean {
  return onlyNumber.test(text);
}

/**
 * The items of a pasted text: one for each paragraph or soft line, without numbers and bullets; a line
 * that was broken in the middle of a sentence is joined to the one before.
 */
export function cleanParagraphs(paragraphs: readonly PastedParagraph[]): readonly string[] {
  const items: string[] = [];
  let isList = false;
  for (const { text, numberText } of paragraphs) {
    for (const [index, raw] of text.split('\n').entries()) {
      const line = cleanText(raw);
      const isNumbered = (numberText !== '' && index === 0) || typedNumber.test(line);
      const last = items.at(-1);
      if (last !== undefined && !isNumbered && goesOn(last, isList)) {
        items[items.length - 1] = joined(last, line);
      } else if (!isOnlyNumber(line)) {
        items.push(withoutNumber(line));
      }
      isList ||= isNumbered;
    }
  }
  return items.filter((item) => item !== '');
}

/** True when a line does not end where its sentence does. */
function goesOn(line: string, isList: boolean): boolean {
  if (/[，、,（(“：]$/u.test(line)) return !line.endsWith('：');
  return isList && Array.from(line).length >= pageWidth && !/[\p{P}]$/u.test(line);
}

function joined(left: string, right: string): string {
  const isLatin = /[\p{Script=Latin}\d,]$/u.test(left) && /^[\p{Script=Latin}\d]/u.test(right);
  return isLatin ? `${left} ${right}` : left + right;
}
