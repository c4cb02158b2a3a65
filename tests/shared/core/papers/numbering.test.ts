import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperFileName, safeFileName } from '@shared/core/papers/file-name';
import {
  chineseNumber,
  headingNumber,
  numberCounter,
  typedNumber,
} from '@shared/core/papers/numbering';
import { columnLines, gridOf } from '@shared/core/papers/table-grid';

describe('numbers on paper', () => {
  it('count chapters as Word does', () => {
    expect([1, 9, 10, 11, 19, 20, 21, 99].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '十九',
      '二十',
      '二十一',
      '九十九',
    ]);
    expect([1, 2, 3, 4].map((level) => headingNumber(level as 1 | 2 | 3 | 4, 2))).toEqual([
      '二、',
      '（二）',
      '2. ',
      '（2）',
    ]);
  });

  it('start the lower rank anew below the next higher number', () => {
    const counter = numberCounter();
    const formats = [
      'decimal',
      'parenthesised',
      'parenthesised',
      'none',
      'decimal',
      'parenthesised',
    ];
    expect(formats.map((format) => counter.next(format as 'decimal'))).toEqual([
      '1. ',
      '（1）',
      '（2）',
      null,
      '2. ',
      '（1）',
    ]);
  });

  it('go on after ⑳ in brackets', () => {
    expect([1, 20, 21].map((count) => typedNumber('circled', count))).toEqual(['①', '⑳', '（21）']);
  });
});

describe('the grid of a table', () => {
  const widths = fc.array(fc.integer({ min: 20, max: 600 }), { minLength: 1, maxLength: 6 });

  it('has widths that sum to the table, and every row of columns spans all of it', () => {
    fc.assert(
      fc.property(fc.array(widths, { minLength: 1, maxLength: 5 }), (rows) => {
        const total = 1660;
        const parts = rows.map((row) => {
          const sum = row.reduce((all, one) => all + one, 0);
          return row.map((one) => ({ widthMm: (one / sum) * (total / 10) }));
        });
        const table = {
          id: 't',
          type: 'table' as const,
          parts: parts.map((columns) => ({ type: 'cells' as const, columns }) as never),
        };
        const grid = gridOf(table);
        expect(grid.widths.reduce((sum, width) => sum + width, 0)).toBe(grid.edges.at(-1));
        expect(grid.edges.at(-1)).toBeLessThanOrEqual(Math.round((total / 10 / 25.4) * 1440));
        for (const columns of parts) {
          const spans = columnLines(columns, grid);
          expect(spans.reduce((sum, span) => sum + span, 0)).toBe(grid.widths.length);
          expect(Math.min(...spans)).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('file names', () => {
  it.each([
    ['汽车维护课程标准', '汽车维护课程标准'],
    ['A/B：C<D>*?"|.', 'AB：CD'],
    ['CON', '_CON'],
    ['  . ', '课程标准'],
    ['com1.说明', '_com1.说明'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeFileName(name, '课程标准')).toBe(expected);
  });

  const titled = (name: string) =>
    paperFileName(
      [
        { text: name, bold: false, source: { record: 'major', field: 'name' } },
        { text: '专业国家技能人才培养工学一体化课程标准', bold: false, source: null },
      ],
      { note: '学校样式', fallback: '课程标准' },
    );
  const bytes = (name: string) => new TextEncoder().encode(`${name}（12）.docx`).length;

  it.each([
    ['a name of 60 Han letters', '数'.repeat(60)],
    ['of 200', '控'.repeat(200)],
    ['of rare Han letters, four bytes each', '\u{20bb7}'.repeat(60)],
    ['of faces, several bytes each', '👩‍🔧'.repeat(40)],
  ])('%s is cut, and the paper still says which one it is', (_, name) => {
    expect(titled(name)).toMatch(/^.+…专业国家技能人才培养工学一体化课程标准（学校样式）$/u);
    expect(bytes(titled(name))).toBeLessThanOrEqual(255);
  });

  it('a name that fits is not touched', () => {
    expect(titled('汽车维修')).toBe('汽车维修专业国家技能人才培养工学一体化课程标准（学校样式）');
  });
});
