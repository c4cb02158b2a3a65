const typedNumber =
  /^\s*(?:[(（]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[)）]|\d{1,3}\s*[.．、)）](?!\d)|[一二三四五六七八九十]{1,3}、|[①-⑳]|[•·●▪\-–—*]\s)\s*/u;

/**
 * The lines of a block pasted from Word, WPS or a spreadsheet: one text per line or table row, without
 * the numbers and bullets that were typed or pasted before it. A cell with nothing but a number
 * (序号) is left out.
 */
export function pastedLines(pasted: string): readonly string[] {
  return pasted
    .split(/\r\n|[\r\n\v\f\u2028\u2029]/)
    .map((row) =>
      row
        .split('\t')
        .map((cell) => withoutNumber(cell.trim()))
        .filter((cell) => cell !== '' && !/^\d{1,3}$/.test(cell))
        .join(' '),
    )
    .filter((text) => text !== '');
}

/** A text without the number or bullet typed before it: “（2）读单” → “读单”. */
export function withoutNumber(text: string): string {
  return text.replace(typedNumber, '');
}
