import { type Counted, withoutUnit } from '../hours/number-unit';

/** What stands in a cell for “no number”. */
const nothing = /^[-–—―－/／\\]*$/u;

/**
 * A number out of a pasted cell: full-width digits, grouped thousands and its own unit are understood, a
 * dash or an empty cell is null. Undefined when it is no number, or counts something else.
 */
export function pastedNumber(cell: string, counted: Counted): number | null | undefined {
  const spaced = cell.normalize('NFKC').replace(/\s/gu, '').replace(/。/gu, '.');
  if (nothing.test(spaced)) return null;
  const plain = withoutUnit(spaced, counted).replace(/(\d),(?=\d{3}(?!\d))/gu, '$1');
  return /^\d{1,6}(?:\.\d{1,4})?$/u.test(plain) ? Number(plain) : undefined;
}

/** 学时 out of a pasted cell: in halves, up to 20,000; undefined when it cannot be. */
export function pastedHours(cell: string): number | null | undefined {
  const value = pastedNumber(cell, { type: 'hours' });
  if (value === null || value === undefined) return value;
  return Number.isInteger(value * 2) && value <= 20_000 ? value : undefined;
}

const hanDigits = '零一二三四五六七八九';

/** A whole number in Arabic or Han digits up to 99: 十二 → 12; undefined when it is none. */
export function smallNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC');
  if (/^\d{1,2}$/u.test(plain)) return Number(plain);
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(plain);
  if (parts === null || plain === '') return undefined;
  const [, tens = '', ten = '', ones = ''] = parts;
  if (ten === '') return tens !== '' && ones !== '' ? undefined : hanDigits.indexOf(tens || ones);
  return (tens === '' ? 1 : hanDigits.indexOf(tens)) * 10 + Math.max(0, hanDigits.indexOf(ones));
}
