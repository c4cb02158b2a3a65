import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distribute,
  largestRemainder,
  type Part,
  percentMeasure,
} from '@shared/core/hours/distribute';

const course = { id: 'course', label: '汽车维护' };

function part(id: string, current: number | null, fixed = false): Part {
  return { id, label: id, current, fixed };
}

function shares(amount: number, parts: readonly Part[]) {
  const result = distribute({ ...course, amount }, parts);
  return result.ok ? [...result.value.values()] : result.failure;
}

const halves = (most: number) => fc.integer({ min: 0, max: most * 2 }).map((units) => units / 2);

const partArbitrary = fc.record({
  current: fc.option(halves(200)),
  fixed: fc.boolean(),
  least: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, halves(30)),
  weight: fc.integer({ min: 0, max: 9 }),
});
const partsArbitrary = fc
  .array(partArbitrary, { minLength: 1, maxLength: 12 })
  .map((parts) =>
    parts.map((value, index) => ({ id: `p${index}`, label: `任务${index}`, ...value })),
  );

describe('sharing units by the largest remainder', () => {
  it('shares 100 by 1:1:1 as 34, 33, 33', () => {
    expect(largestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33]);
  });

  it('gives nothing to a weight of nothing, unless all are nothing', () => {
    expect(largestRemainder(5, [0, 3, 0])).toEqual([0, 5, 0]);
    expect(largestRemainder(5, [0, 0])).toEqual([3, 2]);
    expect(largestRemainder(0, [])).toEqual([]);
  });

  it('is exact, never negative and at most one unit off for any weights', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), weights, (units, list) => {
        const result = largestRemainder(units, list);
        expect(result.reduce((sum, share) => sum + share, 0)).toBe(units);
        const total = list.reduce((sum, weight) => sum + weight, 0);
        result.forEach((share, index) => {
          expect(share).toBeGreaterThanOrEqual(0);
          if (total > 0) {
            expect(Math.abs(share - (units * (list[index] ?? 0)) / total)).toBeLessThan(1);
          }
        });
      }),
    );
  });
});

describe('sharing the hours of a course among its learning tasks', () => {
  it('leaves 40 + 60 + 80 alone when the course has 180', () => {
    expect(shares(180, [part('1', 40), part('2', 60), part('3', 80)])).toEqual([40, 60, 80]);
  });

  it('gives tasks without hours what the others leave', () => {
    expect(shares(180, [part('1', 40), part('2', null), part('3', null)])).toEqual([40, 70, 70]);
  });

  it('lets the free tasks grow in proportion and keeps a locked one', () => {
    expect(shares(200, [part('1', 40, true), part('2', 60), part('3', 80)])).toEqual([40, 69, 91]);
  });

  it('uses half hours only where half hours stand already', () => {
    expect(shares(181, [part('1', null), part('2', null)])).toEqual([91, 90]);
    expect(shares(180.5, [part('1', null), part('2', null)])).toEqual([90.5, 90]);
  });

  it('names the course and the largest locked task when the locks exceed the course', () => {
    expect(shares(90, [part('小', 40, true), part('大', 60, true), part('空', null)])).toEqual({
      reason: 'fixed-exceed-whole',
      first: course,
      second: { id: '大', label: '大' },
      message:
        '“汽车维护”共 90 学时，锁定的部分合计 100 学时，对不上。请改“汽车维护”或“大”中的一处。',
    });
  });

  it('names both places when everything is locked below the course', () => {
    expect(shares(90, [part('1', 40, true)])).toMatchObject({ reason: 'fixed-below-whole' });
  });

  it('never gives a part less than its least', () => {
    const parts = [{ ...part('1', 50), least: 45 }, part('2', 50)];
    expect(shares(80, parts)).toEqual([45, 35]);
  });

  it('shares percent whole', () => {
    const parts = [part('1', null), part('2', null), part('3', null)];
    const result = distribute({ ...course, amount: 100 }, parts, percentMeasure);
    expect(result.ok && [...result.value.values()]).toEqual([34, 33, 33]);
  });

  it('is exact, keeps locks, and changes as little as can be for any parts', () => {
    fc.assert(
      fc.property(halves(1_000), partsArbitrary, (amount, parts) => {
        const result = distribute({ ...course, amount }, parts);
        const locked = parts.filter(({ fixed, current }) => fixed && current !== null);
        const free = parts.filter((value) => !locked.includes(value));
        const rest = amount - locked.reduce((sum, { current }) => sum + (current ?? 0), 0);
        const least = free.reduce((sum, value) => sum + value.least, 0);
        if (!result.ok) {
          expect(rest < least || (free.length === 0 && rest !== 0)).toBe(true);
          expect(result.failure.first.id).toBe('course');
          expect(result.failure.second.id).toMatch(/^p\d/);
          return;
        }
        const of = (id: string) => result.value.get(id) ?? Number.NaN;
        expect(parts.reduce((sum, { id }) => sum + of(id), 0)).toBe(amount);
        for (const value of parts) expect(of(value.id) * 2).toBe(Math.round(of(value.id) * 2));
        for (const { id, current } of locked) expect(of(id)).toBe(current);
        for (const value of free) expect(of(value.id)).toBeGreaterThanOrEqual(value.least);
        expectSmallest(free, rest, of);
      }),
      { numRuns: 500 },
    );
  });
});

/** Where all free parts have hours, the sum of all changes cannot be smaller. */
function expectSmallest(
  free: readonly { id: string; current: number | null; least: number }[],
  rest: number,
  of: (id: string) => number,
): void {
  if (free.some(({ current }) => current === null)) return;
  const raised = free.reduce((sum, { current, least }) => sum + Math.max(current ?? 0, least), 0);
  const forced = free.reduce(
    (sum, { current, least }) => sum + Math.max(0, least - (current ?? 0)),
    0,
  );
  const change = free.reduce((sum, { id, current }) => sum + Math.abs(of(id) - (current ?? 0)), 0);
  // Below the raised sum, what was forced up is taken back from the others.
  const smallest = rest >= raised ? forced + (rest - raised) : forced + (raised - rest);
  expect(change).toBeCloseTo(smallest, 6);
}
