import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  MeasuredBlock,
  MeasuredRow,
  MeasuredText,
  Page,
  TextPart,
} from '@renderer/features/preview/flow';
import { paginate } from '@renderer/features/preview/paginate';

const text = (lines: number): MeasuredText => ({ lines, lineHeight: 20, before: 0, after: 0 });
const paragraph = (lines: number, keepWithNext = false): MeasuredBlock => ({
  type: 'text',
  text: text(lines),
  keepWithNext,
});
const row = (lines: number, rest: Partial<MeasuredRow> = {}): MeasuredRow => ({
  height: lines * 20 + 4,
  header: false,
  keepWhole: false,
  keepWithNext: false,
  cells: [{ padding: 4, paragraphs: [text(lines)] }],
  ...rest,
});

/** The lines a part holds of a paragraph with so many lines. */
function linesOf(part: TextPart, paragraphs: readonly MeasuredText[]): number {
  let sum = 0;
  paragraphs.forEach(({ lines }, index) => {
    const from =
      index === part.from.paragraph ? part.from.line : index < part.from.paragraph ? lines : 0;
    const end = part.to === null ? lines : index < part.to.paragraph ? lines : 0;
    const to = part.to?.paragraph === index ? part.to.line : end;
    sum += Math.max(0, to - from);
  });
  return sum;
}

const rowsOf = (page: Page | undefined) =>
  page?.flatMap((part) => (part.type === 'table' ? part.rows.map((one) => one.row) : [])) ?? [];

describe('cutting a paper into pages', () => {
  it('puts everything on one page when it fits', () => {
    expect(paginate([paragraph(3), paragraph(2)], 100)).toHaveLength(1);
  });

  it('never leaves a single line of a paragraph alone at the foot or the head of a page', () => {
    const [first, second] = paginate([paragraph(4), paragraph(5)], 100);
    expect(first).toHaveLength(1);
    expect(second).toHaveLength(1);
    const [head, tail] = paginate([paragraph(1), paragraph(5)], 100);
    expect(head?.[1]).toMatchObject({ part: { to: { line: 3 } } });
    expect(tail?.[0]).toMatchObject({ part: { from: { line: 3 }, to: null } });
  });

  it('keeps a heading with what follows it', () => {
    const pages = paginate([paragraph(3), paragraph(1, true), paragraph(4)], 100);
    expect(pages[0]).toHaveLength(1);
  });

  it('keeps a chain of headings with what follows the last of them', () => {
    const headings = [paragraph(1, true), paragraph(1, true)];
    const [first, second] = paginate([paragraph(2), ...headings, paragraph(4)], 100);
    expect(first).toHaveLength(1);
    expect(second?.map(({ block }) => block)).toEqual([1, 2, 3]);
  });

  it('breaks at a page break', () => {
    expect(paginate([paragraph(1), { type: 'break' }, paragraph(1)], 100)).toHaveLength(2);
  });

  it('repeats the header rows of a table on every page', () => {
    const rows = [row(1, { header: true }), row(2), row(2, { keepWhole: true }), row(1)];
    const pages = paginate([{ type: 'table', rows }], 100);
    expect(pages.map(rowsOf)).toEqual([
      [0, 1],
      [0, 2, 3],
    ]);
  });

  it('keeps a band on the page of its text', () => {
    const rows = [row(3), row(1, { keepWithNext: true, keepWhole: true }), row(6)];
    expect(paginate([{ type: 'table', rows }], 100).map(rowsOf)[0]).toEqual([0]);
  });

  it('breaks a long row between lines, side by side cells each at its own line', () => {
    const cells = [
      { padding: 4, paragraphs: [text(9)] },
      { padding: 4, paragraphs: [text(2)] },
    ];
    const pages = paginate([{ type: 'table', rows: [row(9, { cells })] }], 104);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toMatchObject([
      { rows: [{ cells: [{ to: { line: 5 } }, { from: { line: 0 }, to: null }] }] },
    ]);
    expect(pages[1]).toMatchObject([{ rows: [{ cells: [{ from: { line: 5 }, to: null }, {}] }] }]);
  });

  it('loses no line, doubles none and never overfills a page', () => {
    const lines = fc.integer({ min: 1, max: 40 });
    const anyRow = fc
      .record({
        cells: fc.array(fc.array(lines, { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 3,
        }),
        keepWhole: fc.boolean(),
        keepWithNext: fc.boolean(),
      })
      .map(({ cells, keepWhole, keepWithNext }): MeasuredRow => {
        const measured = cells.map((paragraphs) => ({
          padding: 4,
          paragraphs: paragraphs.map(text),
        }));
        const height = Math.max(
          ...cells.map((paragraphs) => 4 + 20 * paragraphs.reduce((sum, count) => sum + count, 0)),
        );
        return { header: false, keepWhole, keepWithNext, cells: measured, height };
      });
    const anyBlock = fc.oneof(
      fc.tuple(lines, fc.boolean()).map(([count, keep]) => paragraph(count, keep)),
      fc
        .array(anyRow, { minLength: 1, maxLength: 5 })
        .map((rows): MeasuredBlock => ({ type: 'table', rows })),
    );
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 6 }), (blocks) => {
        const pages = paginate(blocks, 400);
        const parts = pages.flat();
        blocks.forEach((block, index) => {
          const own = parts.filter((part) => part.block === index);
          if (block.type === 'text') {
            const shown = own.map((part) =>
              part.type === 'text' ? linesOf(part.part, [block.text]) : 0,
            );
            expect(shown.reduce((sum, count) => sum + count, 0)).toBe(block.text.lines);
            expect(Math.max(...shown)).toBeLessThanOrEqual(20);
          }
          if (block.type === 'table') {
            block.rows.forEach((one, at) => {
              one.cells.forEach(({ paragraphs }, cell) => {
                const total = paragraphs.reduce((sum, { lines: count }) => sum + count, 0);
                const shown = own
                  .flatMap((part) => (part.type === 'table' ? part.rows : []))
                  .filter((part) => part.row === at)
                  .map((part) => {
                    const place = part.cells === null ? undefined : part.cells[cell];
                    return place === undefined ? total : linesOf(place, paragraphs);
                  });
                expect(shown.reduce((sum, count) => sum + count, 0)).toBe(total);
              });
            });
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});
