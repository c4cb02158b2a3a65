import { type KnownRecord } from '../model/record';
import type { Bound, BoundValues } from '../paths/bound';
import { rowNumber } from '../paths/rows';
import { sameness, valuesAt } from '../paths/values';
import type { CellBlock, ParagraphBlock, RowBlock, Run } from './block';
import type { GridPart } from './grid-part';
import { signed } from './grid-legend';
import { boundRun, literal, paragraph, sentenceRuns, wordOf } from './making';
import { typedNumber } from './numbering';
import { cellOf, isShort, rowHeight } from './table-cells';

type Lead = GridPart['form']['leads'][number];

/** The rows of one group, in which they are numbered from 1. */
interface Group {
  readonly key: string;
  readonly rows: readonly KnownRecord[];
}

/** The rows of a grid, group by group, with the sums that its layout asks for. */
export function gridRows(part: GridPart): readonly RowBlock[] {
  const { form, rows } = part;
  const body = groupsOf(part).flatMap((group) => groupRows(part, group));
  if (form.sumTerm === undefined) return body;
  const span = summedFrom(form.leads) + (form.group === undefined ? 0 : 1);
  return [...body, sumRow(part, { rows, lead: [], term: form.sumTerm, span })];
}

function groupsOf({ making, form, rows }: GridPart): readonly Group[] {
  const { group } = form;
  if (group === undefined) return [{ key: '', rows }];
  const keys = rows.map((record) => sameness({ ...making, record }, group.bind));
  return keys.flatMap((key, at) => {
    if (at > 0 && keys[at - 1] === key) return [];
    const end = keys.findIndex((other, index) => index > at && other !== key);
    return [{ key, rows: rows.slice(at, end < 0 ? rows.length : end) }];
  });
}

function groupRows(part: GridPart, { rows }: Group): readonly RowBlock[] {
  const { form } = part;
  const sumTerm = form.group?.sumTerm;
  const own = rows.map((record, index) => {
    const lead = groupCell(part, record, index > 0 || sumTerm !== undefined);
    return recordRow(part, { record, index, lead, isLast: index === rows.length - 1 });
  });
  const [first] = rows;
  if (sumTerm === undefined || first === undefined) return own;
  const span = summedFrom(form.leads);
  return [...own, sumRow(part, { rows, lead: groupCell(part, first, true), term: sumTerm, span })];
}

/** In every row, so that it is read on every page the table goes on to; only the first is a place of the model. */
function groupCell(
  { making, form }: GridPart,
  record: KnownRecord,
  isRepeat: boolean,
): readonly CellBlock[] {
  const { group } = form;
  if (group === undefined) return [];
  const at = { ...making, record };
  const runs = valuesAt(at, group.bind).values.map(({ text, source }) =>
    boundRun(making, {
      text: ownWord(at, group.bind) ?? text,
      source: isRepeat ? null : source,
    }),
  );
  const block = paragraph(form.labelStyle, runs.length === 0 ? [literal('')] : runs);
  return [cellOf([block], { columnSpan: 1, role: 'label', align: 'center' })];
}

/** The word a school or layout has for an option, where it has one: `courseKind.public`. */
function ownWord(at: GridPart['making'], bind: string): string | undefined {
  const term = `${bind.split('.').at(-1) ?? ''}.${sameness(at, bind)}`;
  return at.layout.terms[term] ?? at.terms[term];
}

interface RecordRow {
  readonly record: KnownRecord;
  readonly index: number;
  readonly lead: readonly CellBlock[];
  readonly isLast: boolean;
}

function recordRow(part: GridPart, { record, index, lead, isLast }: RecordRow): RowBlock {
  const { making, form, columns, widths } = part;
  const crossing = columns.length === 0 ? [undefined] : columns;
  const cells = [
    ...lead,
    ...form.leads.map((one) => leadCell(part, one, { record, index })),
    ...crossing.map((column) => crossingCell(part, column?.cell(record).values ?? [])),
    ...form.behind.map((one) => leadCell(part, one, { record, index })),
  ];
  return {
    header: false,
    keepWhole: form.tight || isShort(making, rowHeight(making, cells, widths)),
    // The sum is not left without any of its rows.
    keepWithNext: isLast && form.group?.sumTerm !== undefined,
    cells,
  };
}

function leadCell(
  part: GridPart,
  lead: Lead,
  { record, index }: Pick<RecordRow, 'record' | 'index'>,
): CellBlock {
  const { making } = part;
  const at = { ...making, record };
  const values: BoundValues['values'] =
    lead.bind === rowNumber
      ? [{ text: String(index + 1), source: null }]
      : valuesAt(at, lead.bind).values;
  const prefix = lead.prefix === undefined ? [] : [literal(prefixOf(at, lead.prefix), true)];
  const { align, verticalAlign } = lead;
  const blocks = paragraphsOf(part, { values, style: lead.style, prefix, isNumber: lead.sum });
  return cellOf(blocks, { columnSpan: 1, role: 'text', align, verticalAlign });
}

/** 课程目标3 */
function prefixOf(at: GridPart['making'], { term, number }: NonNullable<Lead['prefix']>): string {
  return wordOf(at, term).replace('{n}', valuesAt(at, number).values[0]?.text ?? '');
}

function crossingCell(part: GridPart, values: readonly Bound[]): CellBlock {
  const { align, signs } = part.form.columns;
  const shown = signs === undefined ? values : values.map((bound) => signed(part.form, bound));
  const blocks = paragraphsOf(part, {
    values: shown,
    style: part.form.style,
    prefix: [],
    isNumber: align === 'center',
  });
  const verticalAlign = align === 'center' ? 'center' : 'top';
  return cellOf(blocks, { columnSpan: 1, role: 'text', align, verticalAlign });
}

interface CellText {
  readonly values: readonly Bound[];
  readonly style: string;
  readonly prefix: readonly Run[];
  /** A number that is not there leaves its cell empty, whatever the layout sets for what is not written. */
  readonly isNumber: boolean;
}

function paragraphsOf(
  { making }: GridPart,
  { values, style, prefix, isNumber }: CellText,
): readonly ParagraphBlock[] {
  if (values.length === 0) return [paragraph(style, [...prefix, literal('')])];
  return values.map((bound, index) => {
    const number = values.length > 1 ? typedNumber('decimal', index + 1) : null;
    const run = isNumber ? { ...bound, bold: false } : boundRun(making, bound);
    return paragraph(style, [...(index === 0 ? prefix : []), run], { number });
  });
}

interface SumRow {
  readonly rows: readonly KnownRecord[];
  readonly lead: readonly CellBlock[];
  readonly term: string;
  /** How many leading columns its words go over. */
  readonly span: number;
}

function sumRow(part: GridPart, { rows, lead, term, span }: SumRow): RowBlock {
  const { making, form, columns } = part;
  const words = paragraph(form.labelStyle, sentenceRuns(making, term));
  const label = cellOf([words], { columnSpan: span, role: 'label', align: 'center' });
  const cell = (sum: number | null) =>
    cellOf([paragraph(form.style, [literal(sum === null || sum === 0 ? '' : String(sum))])], {
      ...{ columnSpan: 1, role: 'text', align: 'center' },
    });
  const summed = (one: Lead) =>
    one.sum ? sumOf(rows.map((record) => valuesAt({ ...making, record }, one.bind).values)) : null;
  const own = form.leads.slice(summedFrom(form.leads));
  const sums = columns.map((column) => sumOf(rows.map((row) => column.cell(row).values)));
  const cells = [
    ...lead,
    label,
    ...own.map((one) => cell(summed(one))),
    ...(sums.length === 0 ? [0] : sums).map(cell),
    ...form.behind.map((one) => cell(summed(one))),
  ];
  return { header: false, keepWithNext: false, keepWhole: true, cells };
}

/** Where the leading columns begin that have sums; behind them all when none has. */
function summedFrom(leads: readonly Lead[]): number {
  const at = leads.findIndex(({ sum }) => sum);
  return at < 0 ? leads.length : at;
}

/** Of numbers their sum; of words and marks, in how many rows there are any. */
function sumOf(cells: readonly (readonly Bound[])[]): number {
  return cells.reduce((sum, values) => {
    const [first] = values.filter(({ text }) => text !== '');
    if (first === undefined) return sum;
    const number = Number(first.text);
    return sum + (Number.isNaN(number) ? 1 : number);
  }, 0);
}
