import { describe, expect, it } from 'vitest';
import { pagesAround } from '@renderer/features/preview/drawn-pages';

/** 170 pages of 500 pixels, as in a narrow panel. */
const tops = Array.from({ length: 170 }, (_, index) => 12 + index * 512);

describe('the pages of the preview that are drawn', () => {
  it('are at the beginning those in sight and the next few', () => {
    expect(pagesAround(tops, { top: 0, height: 600 })).toEqual({ from: 0, to: 2 });
  });

  it('are in the middle those in sight and some on both sides', () => {
    const { from, to } = pagesAround(tops, { top: 100 * 512, height: 600 });
    expect([from, to]).toEqual([98, 102]);
  });

  it('end with the last', () => {
    expect(pagesAround(tops, { top: 170 * 512, height: 600 }).to).toBe(169);
  });

  it('are few wherever one looks, and always hold what is in sight', () => {
    for (let top = 0; top < 170 * 512; top += 97) {
      const { from, to } = pagesAround(tops, { top, height: 600 });
      expect(to - from).toBeLessThan(7);
      const inSight = tops.filter((begin) => begin < top + 600 && begin + 500 > top);
      for (const begin of inSight) {
        expect(tops.indexOf(begin)).toBeGreaterThanOrEqual(from);
        expect(tops.indexOf(begin)).toBeLessThanOrEqual(to);
      }
    }
  });

  it('of a paper without pages are none to speak of', () => {
    expect(pagesAround([], { top: 0, height: 600 })).toEqual({ from: 0, to: 0 });
  });
});
