import { memo } from 'react';
import type { CellBlock, Paper, RowBlock, TableBlock } from '@shared/core/papers/block';
import { allOfIt, PaperText, sourceKey, type Stretch } from './paper-text';

/** A row as it stands on a page: whole, or with a part of each of its cells. */
export interface ShownRow {
  readonly row: number;
  /** Per cell the paragraphs that stand here with their stretch; null = all of them. */
  readonly cells: readonly (readonly ShownText[])[] | null;
}

export interface ShownText {
  readonly paragraph: number;
  readonly stretch: Stretch;
}

interface PaperTableProps {
  readonly table: TableBlock;
  readonly rows: readonly ShownRow[];
  readonly styles: Paper['styles'];
}

/** A table, or the rows of it that stand on a page. */
export const PaperTable = memo(function PaperTable({ table, rows, styles }: PaperTableProps) {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  return (
    <table
      className={`paper-table${table.tight === true ? ' paper-tight' : ''}`}
      style={{ width: dxa(total) }}
    >
      <colgroup>
        {table.widths.map((width, index) => (
          <col key={index} style={{ width: dxa(width) }} />
        ))}
      </colgroup>
      <tbody>
        {rows.map((shown, index) => (
          <tr
            key={`${String(shown.row)} ${String(index)}`}
            className={lineClass(table, rows, index)}
            style={heightOf(table.rows[shown.row])}
          >
            {continued(table.rows, rows, index).map((span, place) => (
              <td key={`continued ${String(place)}`} {...span} />
            ))}
            {table.rows[shown.row]?.cells.map((cell, place) => (
              <PaperCell
                key={place}
                cell={cell}
                texts={shown.cells?.[place] ?? null}
                styles={styles}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});

interface PaperCellProps {
  readonly cell: CellBlock;
  readonly texts: readonly ShownText[] | null;
  readonly styles: Paper['styles'];
}

const PaperCell = memo(function PaperCell({ cell, texts, styles }: PaperCellProps) {
  const shown = texts ?? cell.blocks.map((_, paragraph) => ({ paragraph, stretch: allOfIt }));
  return (
    <td
      colSpan={cell.columnSpan}
      rowSpan={cell.rowSpan}
      className={`paper-cell paper-${cell.role} paper-${cell.verticalAlign === 'center' ? 'middle' : 'top'}${cell.upright === true ? ' paper-upright' : ''}`}
      data-source={sourceKey(cell.source)}
    >
      {shown.map(({ paragraph, stretch }) => {
        const block = cell.blocks[paragraph];
        return (
          block && <PaperText key={paragraph} block={block} styles={styles} stretch={stretch} />
        );
      })}
    </td>
  );
});

/** Cells of rows on an earlier page that reach down to the first row of this one. */
function continued(
  table: readonly RowBlock[],
  rows: readonly ShownRow[],
  index: number,
): readonly { readonly colSpan: number; readonly rowSpan: number }[] {
  const first = rows[index]?.row ?? 0;
  const previous = rows[index - 1]?.row;
  if (previous === first - 1 || previous === first || first === 0) return [];
  return table.slice(0, first).flatMap(({ cells }, row) =>
    cells
      .filter(({ rowSpan }) => row + rowSpan > first)
      .map(({ columnSpan, rowSpan }) => ({
        colSpan: columnSpan,
        rowSpan: row + rowSpan - first,
      })),
  );
}

/** Which lines of a row are not like all others; the row below may stand on the next page. */
function lineClass({ rows }: TableBlock, shown: readonly ShownRow[], index: number): string {
  const row = shown[index]?.row ?? 0;
  const above = rows[row]?.lineAbove;
  const below = rows[row + 1]?.lineAbove;
  return `paper-above-${above ?? 'full'} paper-below-${below ?? 'full'}`;
}

function heightOf(row: RowBlock | undefined) {
  return row?.height === undefined ? undefined : { height: `${String(row.height)}pt` };
}

function dxa(width: number): string {
  return `${String(width / 20)}pt`;
}
