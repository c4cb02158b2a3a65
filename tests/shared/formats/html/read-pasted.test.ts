import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastedContent, PastedTable } from '@shared/core/clipboard/pasted';
import { readPastedHtml } from '@shared/formats/html/read-pasted-html';
import { readPastedText } from '@shared/formats/html/read-pasted-text';

const fixture = (name: string) => readFileSync(`tests/fixtures/clipboard/${name}`, 'utf8');

function html(source: string): PastedContent {
  const result = readPastedHtml(source);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

function text(source: string): PastedContent {
  const result = readPastedText(source);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const texts = (table: PastedTable | undefined) => table?.map((row) => row.map((cell) => cell.text));

describe('a block copied in LibreOffice Calc', () => {
  const courseTable = [
    ['序号', '课程名称', '第一学期', '第二学期', '第三学期', '第四学期', '合计'],
    ['1', '汽车维护', '72', '—', '', '', '72'],
    ['2', '汽车发动机检修', '', '108.5', '', '', '108.5'],
    ['3', '汽车底盘检修', '', '', '144', '36', '180'],
    ['', '合计', '72', '108.5', '144', '36', '360.5'],
  ];

  it('is the same table out of its HTML and out of its text', () => {
    expect(texts(html(fixture('calc-course-table.html')).tables[0])).toEqual(courseTable);
    expect(texts(text(fixture('calc-course-table.txt')).tables[0])).toEqual(courseTable);
  });

  it('has merged cells written out, with a mark on what they cover', () => {
    const [table] = html(fixture('calc-merged.html')).tables;
    expect(texts(table)).toEqual([
      ['工学一体化课程', '课程名称', '学时分配', '学时分配', '学时分配'],
      ['工学一体化课程', '课程名称', '第1学期', '第2学期', '第3学期'],
      ['工学一体化课程', '汽车维护', '72', '', ''],
      ['工学一体化课程', '汽车电器检修', '', '90', '18'],
    ]);
    expect(table?.map((row) => row.map(({ isMerged }) => (isMerged ? 1 : 0)))).toEqual([
      [0, 0, 0, 1, 1],
      [1, 1, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [1, 0, 0, 0, 0],
    ]);
  });

  it('keeps line breaks and marks inside a cell', () => {
    const [table] = html(fixture('calc-tasks.html')).tables;
    expect(texts(table)).toEqual([
      ['学习任务', '参考学时', '学习任务描述'],
      ['更换机油', '12', '第一行\n第二行有"引号"'],
      ['更换制动片', '18.5', '前 后'],
      ['a<b & c', '', '两端空格'],
    ]);
  });

  it('is lines when it was one column', () => {
    expect(text(fixture('calc-column.txt')).paragraphs.map((line) => line.text)).toEqual([
      '能读懂任务单',
      '能更换机油',
      '能检修空调',
    ]);
  });
});

describe('text copied in LibreOffice Writer', () => {
  it('is paragraphs with their list levels and numbers, and a table', () => {
    const { paragraphs, tables } = html(fixture('writer-text.html'));
    expect(paragraphs.map((one) => [one.listLevel, one.numberText, one.text])).toEqual([
      [0, '', '课程目标'],
      [1, '1.', '能读懂工作任务单'],
      [1, '2.', '能与客户沟通'],
      [2, '1.', '询问故障现象'],
      [0, '', '1．能按照维修手册检修'],
      [0, '', '（2）能正确使用工量具，'],
      [0, '', '规范记录数据'],
    ]);
    expect(texts(tables[0])).toEqual([
      ['学习任务', '参考学时'],
      ['更换机油', '12'],
      ['更换制动片', '18'],
    ]);
  });
});

describe('Office HTML after its published form', () => {
  it('of a spreadsheet: header of offsets, line break in a cell, hidden row', () => {
    const { tables, paragraphs } = html(fixture('excel-published.html'));
    expect(paragraphs).toEqual([]);
    expect(texts(tables[0])).toEqual([
      ['课程名称', '学期', '学期', '学期'],
      ['课程名称', '一', '二', '三'],
      ['汽车\n维护', '72', '', '108.5'],
    ]);
  });

  it('of a word processor: list paragraphs, deleted text, lines wrapped in the source', () => {
    const { tables, paragraphs } = html(fixture('word-published.html'));
    expect(paragraphs).toEqual([
      { text: '课程目标', listLevel: 0, numberText: '' },
      { text: '能读懂任务单，明确工作内容', listLevel: 1, numberText: '1.' },
      { text: '询问故障现象', listLevel: 2, numberText: '（1）' },
      { text: '2．能更换SAE 5W-30机油', listLevel: 0, numberText: '' },
    ]);
    expect(texts(tables[0])).toEqual([
      ['学习任务', '参考学时'],
      ['更换机油\n更换滤清器', '12'],
    ]);
  });
});

describe('pasted HTML', () => {
  it('gives nothing of what is not shown', () => {
    const source =
      '<p>见<script>alert(1)</script><style>p{}</style><span style="display:none">无</span>得</p>' +
      '<img src=x onerror=alert(1)><!-- c --><iframe>无</iframe>';
    expect(html(source).paragraphs.map((one) => one.text)).toEqual(['见得']);
  });

  it('takes a table inside a cell as text of the cell', () => {
    const inner = '<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>';
    const source = `<table><tr><td>前${inner}后<td>旁</tr></table>`;
    expect(texts(html(source).tables[0])).toEqual([['前\n甲\n乙\n后', '旁']]);
  });

  it('is read although end tags and the table itself are missing', () => {
    expect(texts(html('<tr><td><font>一<td>二<tr><td>三').tables[0])).toEqual([
      ['一', '二'],
      ['三', ''],
    ]);
  });

  it('is refused in words when it is too large or too deep', () => {
    const wide = `<table>${'<tr><td colspan=1000>一</td></tr>'.repeat(300)}</table>`;
    const deep = '<div>'.repeat(200_000);
    for (const source of [wide, deep, 'x'.repeat(20_000_001)]) {
      const result = readPastedHtml(source);
      expect(!result.ok && result.failure.message).toMatch(/^粘贴的内容.+。$/u);
    }
    const rows = readPastedText('一\t二\n'.repeat(150_000));
    expect(rows.ok).toBe(false);
  });

  it('never throws and never gives ragged tables, whatever it is', () => {
    const piece = fc.constantFrom(
      ...['<table>', '</table>', '<tr>', '<td>', '<td rowspan=0 colspan=3>', '</td>', '</tr>'],
      ...['<p>', '</p>', '<ol>', '<li>', '</ol>', '<br>', '一', ' ', '&nbsp;', '<!--', '-->'],
      ...['<p style="mso-list:l0 level2 lfo1">', '<span style="mso-list:Ignore">', '</span>'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const table of html(pieces.join('')).tables) {
          expect(new Set(table.map(({ length }) => length)).size).toBe(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('pasted text', () => {
  it('keeps the line ends of quoted cells, as spreadsheets write them', () => {
    expect(texts(text('任务\t"第一行\r\n第二行 ""引"""\r\n"快"修\t12\r\n').tables[0])).toEqual([
      ['任务', '第一行\n第二行 "引"'],
      ['"快"修', '12'],
    ]);
  });

  it('gives back what a spreadsheet would have written', () => {
    const cell = fc
      .array(fc.constantFrom('机', '油', '"', '\n', '\t', ' ', '1'), { maxLength: 6 })
      .map((letters) => letters.join('').trim());
    const table = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([width, height]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const written = rows.map((row) => row.map(quoted).join('\t')).join('\n');
        const [read] = text(written).tables;
        rows.forEach((row, y) => {
          row.forEach((expected, x) => {
            expect(read?.[y]?.[x]?.text ?? '').toBe(expected);
          });
        });
      }),
    );
  });
});

/** As Excel quotes a cell. */
function quoted(cell: string): string {
  return /[\n\t"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

describe('characters of old files in what is pasted', () => {
  it('&#10; inside a cell ends a line there, in the source it is a blank', () => {
    const html =
      '<table><tr><td>首保&#10;二保&#xA;三保</td><td>一\n二</td></tr></table><p>甲&#10;乙</p>';
    const read = readPastedHtml(html);
    expect(read.ok && read.value.tables[0]?.[0]?.map(({ text }) => text)).toEqual([
      '首保\n二保\n三保',
      '一二',
    ]);
    expect(read.ok && read.value.paragraphs.map(({ text }) => text)).toEqual(['甲乙']);
  });

  it('controls leave nothing behind, but a hyphen that is seen', () => {
    const read = readPastedHtml('<p>5\u001e10 A\u0007，检\u001f修</p>');
    expect(read.ok && read.value.paragraphs.map(({ text }) => text)).toEqual(['5-10 A，检修']);
  });
});
