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
    for (const foreign of ['40分钟', '90分钟', '10分', '30%', '24.75', '2+1', '1W']) {
      const read = readNumber(foreign, 'hours');
      expect(!read.ok && read.message).toContain(`“${foreign}”不能写在这里。学时写成数字`);
    }
    expect(readNumber('40节', 'hours')).toEqual({ ok: true, value: 40 });
    expect(readNumber('90分钟', 'count', '考核时间（分钟）')).toEqual({ ok: true, value: 90 });
    expect(readNumber('3年', 'count', '学制（年）')).toEqual({ ok: true, value: 3 });
    expect(readNumber('20周', 'count', '每学期教学周数')).toEqual({ ok: true, value: 20 });
    expect(readNumber('30学时', 'count', '每周学时')).toEqual({ ok: true, value: 30 });
    expect(readNumber('30学时', 'count', '学制（年）').ok).toBe(false);
    expect(readNumber('30学时', 'percent').ok).toBe(false);
    expect(readNumber('101', 'percent').ok).toBe(false);
    expect(readNumber('12.55', 'percent').ok).toBe(false);
    expect(readNumber('33.3％', 'percent')).toEqual({ ok: true, value: 33.3 });
  });
});
