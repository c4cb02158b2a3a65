import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutlineRow } from '@renderer/features/outline/outline-rows';
import { neighbourhoodOf, topsOf } from '@renderer/features/outline/row-places';
import { sightOf, type Slot, slotsOf } from '@renderer/ui/row-window';

const rowOf = (kind: OutlineRow['kind'], depth: number): OutlineRow => ({
  id: '',
  kind,
  parentId: null,
  depth,
  tag: '',
  name: '',
  named: true,
  note: '',
  finished: null,
  teacherId: null,
  folds: false,
  open: false,
});
const kinds = fc.constantFrom<OutlineRow['kind']>('majorLevel', 'course', 'learningTask');
const rowLists = fc.array(
  kinds.map((kind) => rowOf(kind, 0)),
  { minLength: 1, maxLength: 2_000 },
);
const heightOf = (tops: readonly number[], slot: Slot) =>
  slot.type === 'room' ? slot.height : (tops[slot.index + 1] ?? 0) - (tops[slot.index] ?? 0);
const drawnOf = (slots: readonly Slot[]) =>
  slots.flatMap((slot) => (slot.type === 'row' ? [slot.index] : []));

describe('a long outline', () => {
  it('is as high as if every row were drawn, wherever it is scrolled', () => {
    fc.assert(
      fc.property(rowLists, fc.nat(60_000), fc.array(fc.nat(2_500)), (rows, top, named) => {
        const tops = topsOf(rows);
        const slots = slotsOf({ tops, sight: sightOf(tops, top, 700), named });
        const height = slots.reduce((sum, slot) => sum + heightOf(tops, slot), 0);
        expect(height).toBe(tops.at(-1));
      }),
    );
  });

  it('draws every row in sight in its place, and few others', () => {
    fc.assert(
      fc.property(rowLists, fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
        const tops = topsOf(rows);
        const top = share * Math.max(0, (tops.at(-1) ?? 0) - 700);
        const drawn = drawnOf(slotsOf({ tops, sight: sightOf(tops, top, 700), named: [] }));
        const seen = rows.flatMap((_, index) =>
          (tops[index + 1] ?? 0) > top && (tops[index] ?? 0) < top + 700 ? [index] : [],
        );
        expect(drawn).toEqual(expect.arrayContaining(seen));
        expect(drawn.length).toBeLessThanOrEqual(seen.length + 40);
      }),
    );
  });

  it('keeps the row with the focus although it is scrolled away, each row once and in order', () => {
    fc.assert(
      fc.property(rowLists, fc.nat(60_000), fc.array(fc.nat(1_999)), (rows, top, named) => {
        const tops = topsOf(rows);
        const drawn = drawnOf(slotsOf({ tops, sight: sightOf(tops, top, 700), named }));
        const there = named.filter((index) => index < rows.length);
        expect(drawn).toEqual(expect.arrayContaining(there));
        expect(drawn).toEqual([...new Set(drawn)].sort((left, right) => left - right));
      }),
    );
  });

  it('changes what is drawn only when some rows have been scrolled past', () => {
    const tops = topsOf(Array.from({ length: 1_000 }, () => rowOf('course', 0)));
    expect(sightOf(tops, 1_000, 700)).toEqual(sightOf(tops, 1_001, 700));
    expect(sightOf(tops, 1_000, 700)).not.toEqual(sightOf(tops, 1_700, 700));
  });

  it('tells of each row which it is among its neighbours', () => {
    const depths = [0, 1, 2, 2, 1, 2];
    const places = neighbourhoodOf(depths.map((depth) => rowOf('course', depth)));
    expect(places.map(({ nth, of }) => `${String(nth)}/${String(of)}`)).toEqual([
      '1/1',
      '1/2',
      '1/2',
      '2/2',
      '2/2',
      '1/1',
    ]);
  });
});
