import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowForms } from '@shared/core/clipboard/row-forms';
import { readPastedHtml } from '@shared/formats/html/read-pasted-html';

describe('rows for another program', () => {
  it('are a table where they have columns, with cells that hold line breaks in quotes', () => {
    expect(rowForms([['首保', '一\n二"三"', '40']])).toEqual({
      text: '首保\t"一\n二""三"""\t40',
      html: '<table><tr><td>首保</td><td>一<br style="mso-data-placement:same-cell">二&quot;三&quot;</td><td>40</td></tr></table>',
    });
  });

  it('are paragraphs where they are single lines', () => {
    expect(rowForms([['能读单'], ['a<b']])).toEqual({
      text: '能读单\na<b',
      html: '<p>能读单</p><p>a&lt;b</p>',
    });
  });

  it('come back from HTML as they were', () => {
    const cell = fc.stringMatching(/^[一-龟a-z<>&"0-9]{1,8}$/u);
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        const read = readPastedHtml(rowForms(table).html);
        const back = read.ok ? read.value.tables[0] : undefined;
        expect(back?.map((row) => row.map(({ text }) => text))).toEqual(table);
      }),
    );
  });
});
