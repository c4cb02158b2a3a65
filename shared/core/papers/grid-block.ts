import { fieldOf, type KnownRecord } from '../model/record';
import { gridColumns } from '../paths/grid-columns';
import { pathOf } from '../paths/path';
import { recordsAt } from '../paths/values';
import type { Block, TableBlock } from './block';
import { rowSizes } from './estimate';
import { gridHeads } from './grid-heads';
import { gridLegend } from './grid-legend';
import type { GridPart } from './grid-part';
import { gridRows } from './grid-rows';
import type { BlockOf } from './layout';
import { type Making, wordOf } from './making';
import { textWidth } from './table';
import { fitsPage } from './table-cells';
import { gridOfColumns } from './table-grid';

/** A grid as tables; with more columns than a page is wide, as several with the same leading columns. */
export function gridBlocks(making: Making, form: BlockOf<'grid'>): readonly Block[] {
  const { over, head, cell, leastMm } = form.columns;
  const columns = gridColumns(making, { over, head, cell }, (term) => wordOf(making, term));
  const rows = rowsOf(making, form);
  const room = textWidth(making.page) - leadMm(form) - behindMm(form);
  const most = Math.max(1, Math.floor(room / leastMm));
  const tables = partsOf(columns, most).map((part) =>
    oneTable(making, form, { rows, columns: part }),
  );
  return [...tables, ...gridLegend(making, form)];
}

/** As even as can be, so that the last table is not one column wide. */
function partsOf<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const count = Math.max(1, Math.ceil(items.length / most));
  const begin = (at: number) => Math.round((at * items.length) / count);
  return Array.from({ length: count }, (_, at) => items.slice(begin(at), begin(at + 1)));
}

function rowsOf(making: Making, { over, only }: BlockOf<'grid'>): readonly KnownRecord[] {
  const { records } = recordsAt(making, over);
  if (only === undefined) return records;
  const path = pathOf(only.bind);
  if (path?.end.type !== 'field' || path.end.spec.type !== 'choice') return records;
  const { field, spec } = path.end;
  return records.filter((record) => {
    const value = fieldOf(record, field);
    return (
      typeof value === 'string' && (only.oneOf.includes(value) || !spec.options.includes(value))
    );
  });
}

function leadMm({ group, leads }: BlockOf<'grid'>): number {
  return leads.reduce((sum, { widthMm }) => sum + widthMm, group?.widthMm ?? 0);
}

function behindMm({ behind }: BlockOf<'grid'>): number {
  return behind.reduce((sum, { widthMm }) => sum + widthMm, 0);
}

function oneTable(
  making: Making,
  form: BlockOf<'grid'>,
  { rows, columns }: Pick<GridPart, 'rows' | 'columns'>,
): TableBlock {
  const { widths } = gridOfColumns(widthsOf(making, form, Math.max(1, columns.length)));
  const part = { making, form, rows, columns, widths };
  const table: TableBlock = {
    type: 'table',
    widths,
    ...(form.tight ? { tight: true } : {}),
    rows: [...gridHeads(part), ...gridRows(part)],
  };
  return form.tight ? kept(making, table) : table;
}

/** The leading columns, of which some take what the crossing ones can spare; those share the rest. */
function widthsOf(making: Making, form: BlockOf<'grid'>, count: number): readonly number[] {
  const { group, leads, behind, columns } = form;
  const spare = textWidth(making.page) - leadMm(form) - behindMm(form) - columns.leastMm * count;
  const wide = leads.map(({ widthMm, widestMm = 0 }) =>
    Math.max(widthMm, Math.min(widestMm, widthMm + spare)),
  );
  const lead = [...(group === undefined ? [] : [group.widthMm]), ...wide];
  const tail = behind.map(({ widthMm }) => widthMm);
  const left = [...lead, ...tail].reduce((rest, one) => rest - one, textWidth(making.page));
  return [...lead, ...Array.from({ length: count }, () => left / count), ...tail];
}

/** A table that fits a page is not broken; of any other the total keeps the last group's sum with it. */
function kept(making: Making, table: TableBlock): TableBlock {
  const sizes = rowSizes(table, making.layout.styles);
  const isWhole = fitsPage(
    making,
    sizes.reduce((sum, { height }) => sum + height, 0),
  );
  const last = table.rows.length - 1;
  const rows = table.rows.map((one, at) =>
    at < last && (isWhole || at === last - 1) ? { ...one, keepWithNext: true } : one,
  );
  return { ...table, rows };
}
