import {
  type CourseGroup,
  type CourseRow,
  type CourseTable,
  type Sums,
  tableOfKinds,
} from '../hours/course-table';
import { findOf } from '../model/project';
import type { RecordOf } from '../model/record';
import type { CellBlock, RowBlock, Run, TableBlock } from './block';
import { type Bound, boundField, boundNumber } from '../paths/bound';
import type { BlockOf } from './layout';
import { rowSizes } from './estimate';
import { boundRun, literal, type Making, paragraph, sentenceRuns, wordOf } from './making';
import { textWidth } from './table';
import { cellOf, fitsPage } from './table-cells';
import { gridOfColumns } from './table-grid';

type Form = BlockOf<'courseTable'>;
type Span = Partial<Pick<CellBlock, 'columnSpan' | 'rowSpan'>>;

/**
 * 课程表 of one start point on paper; every number in it comes from the hours engine. A form for one kind
 * of courses has neither the column of kinds nor 小计 (formats.md §1).
 */
export function courseTableBlock(making: Making, form: Form, whole: CourseTable): TableBlock {
  const table = tableOfKinds(whole, form.kinds);
  const lead = leadWidths(form, textWidth(making.page), table.semesters);
  const left = textWidth(making.page) - lead.reduce((sum, width) => sum + width, 0);
  // While the years are not written yet, one blank column stands for the terms.
  const columns = Math.max(1, table.semesters);
  const terms = Array.from({ length: columns }, () => left / columns);
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
  const first = hasKinds(form) ? [categoryMm, numberMm] : [numberMm];
  const taken = first.reduce((sum, one) => sum + one, hoursMm);
  const spare = width - taken - termMm * semesters;
  const name = Math.max(nameMm, Math.min(widestNameMm, spare));
  return [...first, name, hoursMm];
}

/** True when the courses are told apart by their kind. */
function hasKinds({ kinds }: Form): boolean {
  return kinds.length > 1;
}

interface TablePaper {
  readonly making: Making;
  readonly form: Form;
  readonly table: CourseTable;
}

function headerRows({ making, form, table }: TablePaper): readonly RowBlock[] {
  const label = (term: string, span: Span) =>
    cell(paragraph(form.labelStyle, sentenceRuns(making, term)), 'label', span);
  const leads = ['rowNumber', 'courseName', 'standardHours'];
  const upper = (hasKinds(form) ? ['courseCategory', ...leads] : leads).map((term) =>
    label(term, { rowSpan: 2 }),
  );
  if (table.semesters === 0) {
    const blank = cell(paragraph(form.labelStyle, [literal('')]), 'label');
    return [
      row([...upper, label('hoursByTerm', {})], { header: true }),
      row([blank], { header: true }),
    ];
  }
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
  if (taken.length === 0) return [];
  if (!hasKinds(form)) {
    return taken.map((course, index) => row(courseCells(paper, course, index + 1)));
  }
  // In every row, so that it is read on every page the table goes on to.
  const word = literal(wordOf(making, `courseKind.${group.courseKind}`));
  const kind = cell(paragraph(form.labelStyle, [word]), 'label');
  const rows = taken.map((course, index) =>
    row([kind, ...courseCells(paper, course, index + 1)], {
      // The sum is not left without any of its courses.
      keepWithNext: index === taken.length - 1,
    }),
  );
  return [...rows, row([kind, label(paper, 'subtotal', 2), ...sumCells(paper, group)])];
}

function courseCells(
  { making, form }: TablePaper,
  { courseId, standard, cells }: CourseRow,
  number: number,
): readonly CellBlock[] {
  const course = findOf(making.project, 'course', courseId);
  const name = course === undefined ? [] : [boundRun(making, boundField(course, 'name'))];
  return [
    cell(paragraph(form.style, [literal(String(number))]), 'text'),
    cellOf([paragraph(form.nameStyle, name)], { columnSpan: 1, role: 'text', align: 'left' }),
    numberCell(form, course === undefined ? null : boundNumber(course, 'standardHours', standard)),
    ...(cells.length === 0
      ? [numberCell(form, null)]
      : cells.map(({ id, hours }) =>
          numberCell(form, termHours(findOf(making.project, 'courseTermHours', id), hours)),
        )),
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
  return [standard, ...(terms.length === 0 ? [0] : terms)].map((sum) =>
    cell(paragraph(form.style, [literal(sum === 0 ? '' : String(sum))]), 'text'),
  );
}

function label({ making, form }: TablePaper, term: string, columnSpan: number): CellBlock {
  return cell(paragraph(form.labelStyle, sentenceRuns(making, term)), 'label', { columnSpan });
}

function totalRow(paper: TablePaper): RowBlock {
  const span = hasKinds(paper.form) ? 3 : 2;
  return row([label(paper, 'totalHours', span), ...sumCells(paper, paper.table)]);
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
