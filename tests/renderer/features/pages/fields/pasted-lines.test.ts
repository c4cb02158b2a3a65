import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pastedContent } from '@renderer/features/pages/fields/pasted-lines';

const clipboard = (text: string, html = '') => ({
  getData: (type: string) => (type === 'text/html' ? html : text),
});
const fixture = (name: string) => readFileSync(`tests/fixtures/clipboard/${name}`, 'utf8');

describe('what is pasted into a list', () => {
  it('is text for the line itself when it is one line, as a single cell of a spreadsheet is', () => {
    const cell = clipboard(fixture('calc-cell.txt'), fixture('calc-cell.html'));
    expect(pastedContent(cell)).toEqual({ ok: true, value: null });
    expect(pastedContent(clipboard(''))).toEqual({ ok: true, value: null });
  });

  it('is read from HTML when there is any, else from the text', () => {
    const both = pastedContent(clipboard(fixture('calc-tasks.txt'), fixture('calc-tasks.html')));
    expect(both.ok && both.value?.tables[0]?.[1]?.[2]?.text).toBe('第一行\n第二行有"引号"');
    const text = pastedContent(clipboard('能读单\r\n能检修\r\n', '<!-- nothing -->'));
    expect(text.ok && text.value?.paragraphs.map((one) => one.text)).toEqual(['能读单', '能检修']);
  });

  it('is refused in words when it is too large', () => {
    const result = pastedContent(clipboard('一\n二', 'x'.repeat(20_000_001)));
    expect(!result.ok && result.failure.message).toBe('粘贴的内容太多，放不下，请分几次复制。');
  });
});
