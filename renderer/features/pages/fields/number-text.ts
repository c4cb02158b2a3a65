import { type Counted, withoutUnit } from '@shared/core/hours/number-unit';
import { isInTenths } from '@shared/core/hours/percent';

/** What a number field takes: 学时 in halves, percent in tenths, counts in whole numbers. */
export type NumberUnit = Counted['type'];

export type NumberReading =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly message: string };

const words: Readonly<Record<NumberUnit, string>> = {
  hours: '学时写成数字，可以带半学时和“学时”“课时”“节”“H”，例如 40 或 12.5。',
  percent: '百分数写 0～100，可以带一位小数，例如 30 或 33.3。',
  count: '写一个整数，例如 90。',
};

/**
 * Reads what a teacher types into a number field: full-width digits and a typed unit（“１８０学时”、
 * “30％”） are understood, a unit of something else is not: 40分钟 are no 40 学时. Empty means "not given".
 */
export function readNumber(typed: string, unit: NumberUnit, label?: string): NumberReading {
  const spaced = typed.normalize('NFKC').replace(/\s/g, '').replace(/。/g, '.');
  if (spaced === '') return { ok: true, value: null };
  const plain = withoutUnit(spaced, label === undefined ? { type: unit } : { type: unit, label });
  const value = Number(plain);
  const isPlain = /^\d{1,6}(\.\d+)?$/.test(plain);
  return isPlain && fits(value, unit)
    ? { ok: true, value }
    : { ok: false, message: `“${typed.trim()}”不能写在这里。${words[unit]}` };
}

function fits(value: number, unit: NumberUnit): boolean {
  if (unit === 'hours') return Number.isInteger(value * 2) && value <= 20_000;
  if (unit === 'percent') return isInTenths(value) && value <= 100;
  return Number.isInteger(value) && value <= 100_000;
}

/** A number as it stands in its field; null = empty. */
export function shownNumber(value: number | null): string {
  return value === null ? '' : String(value);
}
