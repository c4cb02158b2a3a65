import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseRow } from '@shared/core/hours/course-table';
import {
  blockText,
  clearing,
  copiedForms,
  filling,
} from '@renderer/features/pages/course-table/grid-cells';
import {
  blockOf,
  isInside,
  movedBy,
  nextPlace,
  placesOf,
} from '@renderer/features/pages/course-table/grid-place';

function row(courseId: string, hours: readonly (number | null)[]): CourseRow {
  return {
    courseId,
    name: courseId,
    level: 'intermediate',
    courseKind: 'integrated',
    standard: null,
    cells: hours.map((value, index) => ({
      term: index + 1,
      hours: value,
      locked: false,
      id: null,
    })),
    sum: 0,
    difference: 0,
    taken: true,
  };
}

const rows = [row('a', [60, null, 120]), row('b', [null, 40, null])];
const whole = { from: { row: 0, column: 0 }, to: { row: 1, column: 2 } };

describe('moving through a 课程表', () => {
  const size = { rows: 3, columns: 6 };
  const at = { row: 1, column: 2 };

  it.each([
    ['ArrowRight', false, { row: 1, column: 3 }],
    ['ArrowUp', false, { row: 0, column: 2 }],
    ['ArrowDown', true, { row: 2, column: 2 }],
    ['Home', false, { row: 1, column: 0 }],
    ['End', false, { row: 1, column: 5 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 2, column: 5 }],
    ['PageDown', false, { row: 2, column: 2 }],
  ])('%s goes where a spreadsheet goes (with Ctrl: %s)', (key, ctrl, place) => {
    expect(movedBy(at, { key, ctrl }, size)).toEqual(place);
  });

  it('leaves letters and digits to the cell', () => {
    expect(movedBy(at, { key: '1', ctrl: false }, size)).toBeUndefined();
  });

  it('goes with Tab to the next row at the end of one, and out of the grid at its end', () => {
    expect(nextPlace({ row: 0, column: 5 }, 1, size)).toEqual({ row: 1, column: 0 });
    expect(nextPlace({ row: 2, column: 5 }, 1, size)).toBeUndefined();
    expect(nextPlace({ row: 0, column: 0 }, -1, size)).toBeUndefined();
  });

  it('never leaves the grid, and selects the same cells from either corner', () => {
    const place = fc.record({ row: fc.nat(2), column: fc.nat(5) });
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End');
    const inGrid = { from: { row: 0, column: 0 }, to: { row: 2, column: 5 } };
    fc.assert(
      fc.property(
        place,
        place,
        fc.record({ key: keys, ctrl: fc.boolean() }),
        (one, other, press) => {
          expect(isInside(inGrid, movedBy(one, press, size) ?? one)).toBe(true);
          const block = blockOf(one, other);
          expect(block).toEqual(blockOf(other, one));
          expect(placesOf(block)).toContainEqual(one);
          expect(placesOf(block)).toContainEqual(other);
        },
      ),
    );
  });
});

describe('cells of a 课程表', () => {
  it('go to a spreadsheet as tabs and lines, empty ones as nothing', () => {
    expect(blockText(rows, whole)).toBe('60\t\t120\n\t40\t');
    const part = { from: whole.from, to: { row: 1, column: 1 } };
    expect(copiedForms(rows, part).html).toContain('<td>60</td><td></td></tr>');
  });

  it('go as whole lines with the names of their courses and a head', () => {
    const [head, first] = copiedForms(rows, whole).text.split('\n');
    expect(head).toBe('课程名称\t基准学时\t第1学期\t第2学期\t第3学期');
    expect(first).toMatch(/^[^\t]*\t[^\t]*\t60\t\t120$/u);
  });

  it('are cleared where something stands', () => {
    expect(clearing(rows, whole)).toEqual([
      { courseId: 'a', term: 1, hours: null },
      { courseId: 'a', term: 3, hours: null },
      { courseId: 'b', term: 2, hours: null },
    ]);
  });

  it('are filled down from the first row and right from the first column', () => {
    expect(filling(rows, whole, 'down')).toEqual([
      { courseId: 'b', term: 1, hours: 60 },
      { courseId: 'b', term: 2, hours: null },
      { courseId: 'b', term: 3, hours: 120 },
    ]);
    const below = { from: { row: 1, column: 0 }, to: { row: 1, column: 0 } };
    expect(filling(rows, below, 'down'), 'one row takes what stands above it').toEqual([
      { courseId: 'b', term: 1, hours: 60 },
    ]);
    const top = { from: whole.from, to: whole.from };
    expect(filling(rows, top, 'down'), 'above the first row stands nothing').toEqual([]);
    expect(filling(rows, { from: whole.from, to: { row: 0, column: 2 } }, 'right')).toEqual([
      { courseId: 'a', term: 2, hours: 60 },
      { courseId: 'a', term: 3, hours: 60 },
    ]);
  });
});
