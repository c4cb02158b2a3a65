import type { ReadyCell, ReadyPaper, ReadyParagraph } from './ready-strings';

/** A paper as HTML with the same tables, merged cells included: what pandoc is given. */
export function pageOfHtml({ title, blocks }: ReadyPaper): string {
  const body = blocks.map((block) => {
    if (block.kind === 'paragraph') return paragraph(block);
    const total = block.widths.reduce((sum, width) => sum + width, 0);
    const columns = block.widths.map(
      (width) => `<col style="width:${((width * 100) / total).toFixed(2)}%">`,
    );
    const rows = block.rows.map(({ cells }) => `<tr>${cells.map(cell).join('')}</tr>`);
    return `<table><colgroup>${columns.join('')}</colgroup><tbody>${rows.join('')}</tbody></table>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title>${body.join('\n')}\n`;
}

function cell({ columnSpan, rowSpan, paragraphs }: ReadyCell): string {
  const spans = `colspan="${String(columnSpan)}" rowspan="${String(rowSpan)}"`;
  return `<td ${spans}>${paragraphs.map(paragraph).join('')}</td>`;
}

function paragraph({ text, isBold }: ReadyParagraph): string {
  return isBold ? `<p><strong>${escaped(text)}</strong></p>` : `<p>${escaped(text)}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
