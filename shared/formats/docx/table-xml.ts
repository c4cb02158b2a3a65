import type { CellBlock, ParagraphBlock, RowBlock, TableBlock } from '../../core/papers/block';

type Write = (paragraph: ParagraphBlock, keepNext: boolean) => string;

const border = (side: string, eighths: number) =>
  `<w:${side} w:val="single" w:color="000000" w:sz="${String(eighths)}"/>`;
const borders = [
  ...['top', 'left', 'bottom', 'right'].map((side) => border(side, 8)),
  ...['insideH', 'insideV'].map((side) => border(side, 4)),
].join('');
const margin = (side: string, dxa: number) => `<w:${side} w:type="dxa" w:w="${String(dxa)}"/>`;
const margins = (tall: number, aside: number) =>
  `${margin('top', tall)}${margin('left', aside)}${margin('bottom', tall)}${margin('right', aside)}`;
const look = (cellMargins: string) =>
  `<w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders>` +
  `<w:tblLayout w:type="fixed"/><w:tblCellMar>${cellMargins}</w:tblCellMar>`;
const wide = look(margins(40, 96));
const tight = look(margins(20, 60));
const noLine = (side: string) => `<w:${side} w:val="nil"/>`;

/** A table with fixed widths; `write` writes the paragraphs in its cells. */
export function tableXml(table: TableBlock, write: Write): string {
  const size = table.widths.reduce((sum, width) => sum + width, 0);
  const grid = table.widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('');
  const properties = `<w:tblW w:type="dxa" w:w="${String(size)}"/>${table.tight === true ? tight : wide}`;
  const rows = rowsXml(table, write);
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`;
}

/** A cell that reaches down: what stands in its place in the rows below. */
interface Reaching {
  readonly until: number;
  readonly xml: string;
}

function rowsXml(table: TableBlock, write: Write): string {
  const columns = gridColumns(table);
  const reaching = new Map<number, Reaching>();
  let xml = '';
  table.rows.forEach((row, at) => {
    const places = new Map<number, string>();
    const lines = linesOf(row, table.rows[at + 1]);
    for (const [from, { until, xml: continued }] of reaching) {
      if (until > at) places.set(from, continued);
      else reaching.delete(from);
    }
    row.cells.forEach((cell, index) => {
      const from = columns[at]?.[index] ?? 0;
      const width = table.widths
        .slice(from, from + cell.columnSpan)
        .reduce((sum, part) => sum + part, 0);
      places.set(from, cellXml(cell, row, { width, lines, write }));
      if (cell.rowSpan > 1) {
        const continued = `<w:tc>${cellProperties(cell, width, { merge: 'continue', lines: '' })}<w:p/></w:tc>`;
        reaching.set(from, { until: at + cell.rowSpan, xml: continued });
      }
    });
    const cells = [...places].sort(([left], [right]) => left - right).map(([, part]) => part);
    xml += `<w:tr>${rowProperties(row)}${cells.join('')}</w:tr>`;
  });
  return xml;
}

function rowProperties({ header, keepWhole, height }: RowBlock): string {
  const whole = keepWhole ? '<w:cantSplit/>' : '';
  const least =
    height === undefined ? '' : `<w:trHeight w:val="${String(Math.round(height * 20))}"/>`;
  const repeated = header ? '<w:tblHeader/>' : '';
  const properties = `${whole}${least}${repeated}`;
  return properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`;
}

/** Both cells that meet at a line say the same of it. */
function linesOf({ lineAbove }: RowBlock, below: RowBlock | undefined): string {
  const top = lineAbove === undefined ? '' : noLine('top');
  const bottom = below?.lineAbove === undefined ? '' : noLine('bottom');
  return top === '' && bottom === '' ? '' : `<w:tcBorders>${top}${bottom}</w:tcBorders>`;
}

interface CellPlace {
  readonly width: number;
  readonly lines: string;
  readonly write: Write;
}

function cellXml(
  cell: CellBlock,
  { keepWithNext }: RowBlock,
  { width, lines, write }: CellPlace,
): string {
  // In a table Word keeps whole rows together: a paragraph that stays with the next one would tie its
  // row to the row below and push both to the next page.
  const paragraphs = cell.blocks.map((block) => write(block, keepWithNext)).join('');
  const properties = cellProperties(cell, width, {
    merge: cell.rowSpan > 1 ? 'restart' : null,
    lines,
  });
  return `<w:tc>${properties}${paragraphs === '' ? '<w:p/>' : paragraphs}</w:tc>`;
}

function cellProperties(
  { columnSpan, verticalAlign, upright }: CellBlock,
  width: number,
  { merge, lines }: { readonly merge: 'restart' | 'continue' | null; readonly lines: string },
): string {
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${String(columnSpan)}"/>` : '';
  const merged = merge === null ? '' : `<w:vMerge w:val="${merge}"/>`;
  const direction = upright === true ? '<w:textDirection w:val="tbRlV"/>' : '';
  const align = `${direction}<w:vAlign w:val="${verticalAlign}"/>`;
  return `<w:tcPr><w:tcW w:type="dxa" w:w="${String(width)}"/>${span}${merged}${lines}${align}</w:tcPr>`;
}

/** The first grid column of every cell, past the places that cells of rows above cover. */
export function gridColumns(table: TableBlock): readonly (readonly number[])[] {
  const coveredUntil = table.widths.map(() => 0);
  return table.rows.map((row, at) => {
    let column = 0;
    return row.cells.map((cell) => {
      while ((coveredUntil[column] ?? 0) > at) column += 1;
      const from = column;
      for (; column < from + cell.columnSpan; column += 1) coveredUntil[column] = at + cell.rowSpan;
      return from;
    });
  });
}
