import { describe, expect, it } from 'vitest';
import { readNumber } from '@renderer/features/pages/fields/number-text';

describe('a number as a teacher types it', () => {
  it.each([
    ['180', 180],
    ['１８０', 180],
    [' 12.5 ', 12.5],
    ['12。5', 12.5],
    ['40学时', 40],
    ['160H', 160],
    ['', null],
    ['  ', null],
  ])('reads “%s” as hours', (typed, value) => {
    expect(readNumber(typed, 'hours')).toEqual({ ok: true, value });
  });

  it.each(['12.3', '-4', '四十', '1e3', '99999'])('does not take “%s” for hours', (typed) => {
    expect(readNumber(typed, 'hours').ok).toBe(false);
  });

  it('takes whole percents from 0 to 100', () => {
    expect(readNumber('70％', 'percent')).toEqual({ ok: true, value: 70 });
    expect(readNumber('101', 'percent').ok).toBe(false);
    expect(readNumber('12.5', 'percent').ok).toBe(false);
  });
});
