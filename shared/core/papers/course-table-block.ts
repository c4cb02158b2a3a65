import type { CourseGroup, CourseRow, CourseTable, Sums } from '../hours/course-table';
import { findOf } from '../model/project';
import type { RecordOf } from '../model/record';
import type { CellBlock, RowBlock, Run, TableBlock } from './block';
import { type Bound, boundField, boundNumber } from './bound';
import type { BlockOf } from './layout';
import { rowSizes } from './estimate';
import { boundRun, literal, type Making, paragraph, sentenceRuns, wordOf } from './making';
import { textWidth } from './table';
import { cellOf, fitsPage } from './table-cells';
import { gridOfColumns } from './table-grid';

type Form = BlockOf<'courseTable'>;
type Span = Partial<Pick<CellBlock, 'columnSpan' | 'rowSpan'>>;

/** What stands before the columns of the terms. */
const leading = 4;

/** 课程表 of one start point on paper; every number in it comes from the hours engine. */
export function courseTableBlock(making: Making, form: Form, table: CourseTable): TableBlock {
  const lead = leadWidths(form, textWidth(making.page), table.semesters);
  const left = textWidth(making.page) - lead.reduce((sum, width) => sum + width, 0);
  const terms = Array.from({ length: table.semesters }, () => left / table.semesters);
  const paper = { making, form, table };
  const body = table.groups.flatMap((group) => groupRows(paper, group));
  const rows = [...headerRows(paper), ...body, totalRow(paper)];
  const { widths } = gridOfColumns([...lead, ...terms]);
  return kept(making, { type: 'table', widths, tight: true, rows });
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

/** Narrowest column of a term. */
const termMm = 9.3;

/** What stands before the terms; the name of the course takes the room that the terms can spare. */
function leadWidths(form: Form, width: number, semesters: number): readonly number[] {
  const { categoryMm, numberMm, nameMm, widestNameMm, hoursMm } = form;
  const spare = width - categoryMm - numberMm - hoursMm - termMm * semesters;
  const name = Math.max(nameMm, Math.min(widestNameMm, spare));
  return [categoryMm, numberMm, name, hoursMm];
}

interface TablePaper {
  readonly making: Making;
  readonly form: Form;
  readonly table: CourseTable;
}

function headerRows({ making, form, table }: TablePaper): readonly RowBlock[] {
  const label = (term: string, span: Span) =>
    cell(paragraph(form.labelStyle, sentenceRuns(making, term)), 'label', span);
  const upper = ['courseCategory', 'rowNumber', 'courseName', 'standardHours'].map((term) =>
    label(term, { rowSpan: 2 }),
  );
  const terms = Array.from({ length: table.semesters }, (_, index) => {
    const lines = wordOf(making, 'termColumn')
      .replace('{n}', String(index + 1))
      .split('|');
    const blocks = lines.map((text) => paragraph(form.labelStyle, [literal(text)]));
    return cellOf(blocks, { columnSpan: 1, role: 'label', align: 'center' });
  });
  const split = label('hoursByTerm', { columnSpan: table.semesters });
  return [row([...upper, split], { header: true }), row(terms, { header: true })];
}

function groupRows(paper: TablePaper, group: CourseGroup): readonly RowBlock[] {
  const { making, form } = paper;
  const taken = group.rows.filter((one) => one.taken);
  const kind = literal(wordOf(making, `courseKind.${group.courseKind}`));
  const first = cell(paragraph(form.labelStyle, [kind]), 'label', { rowSpan: taken.length + 1 });
  const rows = taken.map((course, index) => {
    const cells = courseCells(paper, course, index + 1);
    return row(index === 0 ? [first, ...cells] : cells, {
      // The name of the group is not left alone with one course, nor the sum without any.
      keepWithNext: index === 0 || index === taken.length - 1,
    });
  });
  if (rows.length === 0) return [];
  return [...rows, row([label(paper, 'subtotal', 2), ...sumCells(paper, group)])];
}

function courseCells(
  { making, form }: TablePaper,
  { courseId, standard, cells }: CourseRow,
  number: number,
): readonly CellBlock[] {
  const course = findOf(making.scope.project, 'course', courseId);
  const name = course === undefined ? [] : [boundRun(making, boundField(course, 'name'))];
  return [
    cell(paragraph(form.style, [literal(String(number))]), 'text'),
    cellOf([paragraph(form.nameStyle, name)], { columnSpan: 1, role: 'text', align: 'left' }),
    numberCell(form, course === undefined ? null : boundNumber(course, 'standardHours', standard)),
    ...cells.map(({ id, hours }) =>
      numberCell(form, termHours(findOf(making.scope.project, 'courseTermHours', id), hours)),
    ),
  ];
}

/** Nothing is printed where a course is not taught. */
function termHours(
  record: RecordOf<'courseTermHours'> | undefined,
  hours: number | null,
): Bound | null {
  return record === undefined ? null : boundNumber(record, 'hours', hours === 0 ? null : hours);
}

function numberCell({ style }: Form, bound: Bound | null): CellBlock {
  const run: Run =
    bound === null ? literal('') : { text: bound.text, bold: false, source: bound.source };
  return cell(paragraph(style, [run]), 'text');
}

function sumCells({ form }: TablePaper, { standard, terms }: Sums): readonly CellBlock[] {
  return [standard, ...terms].map((sum) =>
    cell(paragraph(form.style, [literal(sum === 0 ? '' : String(sum))]), 'text'),
  );
}

function label({ making, form }: TablePaper, term: string, columnSpan: number): CellBlock {
  return cell(paragraph(form.labelStyle, sentenceRuns(making, term)), 'label', { columnSpan });
}

function totalRow(paper: TablePaper): RowBlock {
  return row([label(paper, 'totalHours', leading - 1), ...sumCells(paper, paper.table)]);
}

function cell(
  block: ReturnType<typeof paragraph>,
  role: CellBlock['role'],
  { columnSpan = 1, rowSpan = 1 }: Span = {},
): CellBlock {
  return cellOf([block], { columnSpan, rowSpan, role, align: 'center' });
}

function row(
  cells: readonly CellBlock[],
  given: Partial<Pick<RowBlock, 'header' | 'keepWithNext'>> = {},
): RowBlock {
  return { header: false, keepWithNext: false, keepWhole: true, ...given, cells };
}
