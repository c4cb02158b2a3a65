import type { LayoutTable } from './layout';

const dxaPerMm = 1440 / 25.4;

/** The grid lines that all parts of a table together need. */
export interface Grid {
  /** Right edges of the columns in whole dxa from the left of the table. */
  readonly edges: readonly number[];
  readonly widths: readonly number[];
}

/** A table of columns that are not parts of a layout table. */
export function gridOfColumns(widthsMm: readonly number[]): Grid {
  const edges = edgesOf(widthsMm.map((widthMm) => ({ widthMm })));
  return { edges, widths: edges.map((edge, index) => edge - (edges[index - 1] ?? 0)) };
}

/** The table stretched or shrunk to a width in mm, all columns by the same measure. */
export function fitted(table: LayoutTable, widthMm: number): LayoutTable {
  const own = Math.max(
    ...table.parts.map((part) =>
      part.type === 'band' ? 0 : part.columns.reduce((sum, column) => sum + column.widthMm, 0),
    ),
  );
  const scaled = <Column extends { readonly widthMm: number }>(columns: readonly Column[]) =>
    columns.map((column) => ({ ...column, widthMm: (column.widthMm * widthMm) / own }));
  const parts = table.parts.map((part): LayoutTable['parts'][number] => {
    if (part.type === 'band') return part;
    return part.type === 'rows'
      ? { ...part, columns: scaled(part.columns) }
      : { ...part, columns: scaled(part.columns) };
  });
  return { ...table, parts };
}

/** Joins the columns of all parts into one grid; widths in whole dxa that sum to the table's width. */
export function gridOf(table: LayoutTable): Grid {
  const all = table.parts.flatMap((part) => (part.type === 'band' ? [] : edgesOf(part.columns)));
  const edges = [...new Set(all)].sort((left, right) => left - right);
  const widths = edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
  return { edges, widths };
}

/** How many grid columns each column of a part spans. */
export function columnLines(
  columns: readonly { readonly widthMm: number }[],
  { edges }: Grid,
): readonly number[] {
  let last = -1;
  return edgesOf(columns).map((edge) => {
    const index = edges.indexOf(edge);
    const span = index - last;
    last = index;
    return span;
  });
}

/** Rounded down from the sum in mm, so that no table is wider than the text area. */
function edgesOf(columns: readonly { readonly widthMm: number }[]): readonly number[] {
  let sum = 0;
  return columns.map(({ widthMm }) => {
    sum += widthMm;
    // Sums like 0.1 + 0.2 must meet the same line; a thousandth of a millimetre is far below a dxa.
    return Math.floor((Math.round(sum * 1000) / 1000) * dxaPerMm);
  });
}
