import { describe, expect, it } from 'vitest';
import {
  boxesDrawn,
  type DrawnPages,
  drawnOn,
  movedTo,
  pagesAround,
} from '@renderer/features/preview/drawn-pages';

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

describe('a page of the preview that comes nearer', () => {
  const begin: DrawnPages = {
    from: 0,
    to: 2,
    inSight: { from: 0, to: 1 },
    growing: new Map(),
  };
  const moved = movedTo(
    begin,
    { around: { from: 0, to: 3 }, inSight: { from: 0, to: 1 } },
    () => 300,
  );

  /** How much of a page is drawn, frame by frame, until it is whole. */
  function growth(from: DrawnPages, page: number): readonly number[] {
    const boxes: number[] = [];
    let drawn = from;
    while (boxesDrawn(drawn, page) < Infinity) {
      boxes.push(boxesDrawn(drawn, page));
      drawn = drawnOn(drawn, () => 300);
    }
    return boxes;
  }

  it('is drawn a little at a time while nobody sees it, and then whole', () => {
    const boxes = growth(moved, 3);
    expect(boxes.length).toBeGreaterThan(8);
    expect(boxes).toEqual(boxes.toSorted((left, right) => left - right));
    expect(boxes.at(-1)).toBeLessThan(300);
    expect(
      boxesDrawn(
        drawnOn(moved, () => 300),
        2,
      ),
      'what was whole stays whole',
    ).toBe(Infinity);
  });

  it('is drawn in a few frames when it is seen, whether it came from near or far', () => {
    const near = movedTo(
      moved,
      { around: { from: 2, to: 5 }, inSight: { from: 3, to: 4 } },
      () => 300,
    );
    const far = movedTo(
      moved,
      { around: { from: 90, to: 95 }, inSight: { from: 92, to: 93 } },
      () => 300,
    );
    for (const frames of [growth(near, 3), growth(near, 4), growth(far, 92), growth(far, 93)]) {
      expect(frames.length).toBeLessThanOrEqual(10);
    }
    expect(boxesDrawn(far, 3)).toBe(0);
  });

  it('waits for those that are nearer', () => {
    let drawn = movedTo(
      begin,
      { around: { from: 1, to: 4 }, inSight: { from: 1, to: 2 } },
      () => 300,
    );
    while (drawn.growing.has(3)) {
      const { growing } = drawnOn(drawn, () => 300);
      expect(growing.get(4)).toBe(drawn.growing.get(4));
      drawn = drawnOn(drawn, () => 300);
    }
    expect(growth(drawn, 4).length).toBeGreaterThan(8);
  });

  it('is there at once when there is little on it', () => {
    const text = movedTo(
      moved,
      { around: { from: 90, to: 95 }, inSight: { from: 92, to: 93 } },
      (page) => (page === 92 ? 40 : 300),
    );
    expect(boxesDrawn(text, 92)).toBe(Infinity);
    expect(boxesDrawn(text, 93)).toBeLessThan(Infinity);
  });

  it('changes nothing as long as the same pages are near', () => {
    const same = { around: { from: 0, to: 3 }, inSight: { from: 0, to: 1 } };
    expect(movedTo(moved, same, () => 300)).toBe(moved);
  });
});
