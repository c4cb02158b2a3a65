import { pointsAt } from '../coverage/coverage';
import { findOf } from '../model/project';
import type { RecordId } from '../kernel/id';
import type { RecordOf } from '../model/record';
import type { CellBlock, ParagraphBlock, RowBlock, TableBlock } from './block';
import { boundField } from '../paths/bound';
import type { CourseContext } from './course-context';
import type { BlockOf } from './layout';
import { boundRun, literal, type Making, paragraph, sentenceRuns, wordOf } from './making';
import { typedNumber } from './numbering';
import { textWidth } from './table';
import { cellOf, isShort, rowHeight } from './table-cells';
import { gridOfColumns } from './table-grid';

type Form = BlockOf<'matrix'>;

interface Matrix {
  readonly making: Making;
  readonly form: Form;
  readonly context: CourseContext;
  readonly widths: readonly number[];
  /** Objectives in the order of their 工作环节, with the number they have in the course. */
  readonly lines: readonly {
    readonly objective: RecordOf<'courseObjective'>;
    readonly number: number;
    readonly stageId: RecordId | null;
  }[];
}

/** 考核要点 of a course (体例 4, table one): a row for each objective, a column for each learning task and the final. */
export function matrixBlock(making: Making, form: Form, context: CourseContext): TableBlock {
  const { stageMm, objectiveMm, finalMm } = form;
  const room = textWidth(making.page) - stageMm - objectiveMm - finalMm;
  const columns = Math.max(1, context.learningTasks.length);
  const taskMm = Array.from({ length: columns }, () => room / columns);
  const { widths } = gridOfColumns([stageMm, objectiveMm, ...taskMm, finalMm]);
  const matrix = { making, form, context, widths, lines: linesOf(context) };
  const body = matrix.lines.map((_, at) => objectiveRow(matrix, at));
  return { type: 'table', widths, rows: [...headerRows(matrix), ...body] };
}

function linesOf({ objectives, stages }: CourseContext): Matrix['lines'] {
  const order = new Map<RecordId | null, number>(stages.map(({ id }, index) => [id, index]));
  return objectives
    .map((objective, index) => ({
      objective,
      number: index + 1,
      stageId: order.has(objective.stageId) ? objective.stageId : null,
    }))
    .toSorted(
      (left, right) =>
        (order.get(left.stageId) ?? stages.length) - (order.get(right.stageId) ?? stages.length) ||
        left.number - right.number,
    );
}

function headerRows({ making, form, context }: Matrix): readonly RowBlock[] {
  const tasks = context.learningTasks.map((task) =>
    label(paragraph(form.labelStyle, [boundRun(making, boundField(task, 'name'))])),
  );
  const word = (term: string) => paragraph(form.labelStyle, sentenceRuns(making, term));
  const blank = label(paragraph(form.labelStyle, [literal('')]));
  const upper = [
    label(word('stage'), { rowSpan: 2 }),
    label(word('objective'), { rowSpan: 2 }),
    label(word('assessment.processPoints'), { columnSpan: Math.max(1, tasks.length) }),
    label(word('assessment.finalPoints'), { rowSpan: 2 }),
  ];
  const row = { header: true, keepWhole: true, keepWithNext: false };
  return [
    { ...row, cells: upper },
    { ...row, cells: tasks.length === 0 ? [blank] : tasks },
  ];
}

function label(
  block: ParagraphBlock,
  { columnSpan = 1, rowSpan = 1 }: Partial<Pick<CellBlock, 'columnSpan' | 'rowSpan'>> = {},
): CellBlock {
  return cellOf([block], { columnSpan, rowSpan, role: 'label', align: 'center' });
}

function objectiveRow(matrix: Matrix, at: number): RowBlock {
  const { making, form, context, widths, lines } = matrix;
  const line = lines[at];
  if (line === undefined) throw new Error('no such line');
  const { objective, number } = line;
  const tag = wordOf(making, 'objectiveTag').replace('{n}', String(number));
  const words = [literal(tag, true), boundRun(making, boundField(objective, 'text'))];
  const places = context.learningTasks.length === 0 ? [''] : context.learningTasks.map((t) => t.id);
  const cells = [
    stageCell(matrix, at),
    text([paragraph(form.style, words)]),
    ...[...places, null].map((place) =>
      text(pointTexts(matrix, pointsAt(context.project, objective.id, place))),
    ),
  ];
  return {
    header: false,
    keepWhole: isShort(making, rowHeight(making, cells, widths)),
    keepWithNext: false,
    cells,
  };
}

/** The 工作环节 of the objective, in every row; only its first is the place of it. */
function stageCell({ making, form, context, lines }: Matrix, at: number): CellBlock {
  const stageId = lines[at]?.stageId ?? null;
  const stage = findOf(context.project, 'courseStage', stageId);
  const isRepeat = at > 0 && lines[at - 1]?.stageId === stageId;
  const run = stage ? boundRun(making, boundField(stage, 'name')) : literal('');
  return label(paragraph(form.labelStyle, [isRepeat ? { ...run, source: null } : run]));
}

function pointTexts(
  { making, form }: Matrix,
  points: readonly RecordOf<'assessmentPoint'>[],
): readonly ParagraphBlock[] {
  const written = points.filter(({ text: words }) => words.trim() !== '');
  if (written.length === 0) return [paragraph(form.style, [literal('')])];
  return written.map((point, index) => {
    const number = written.length > 1 ? typedNumber('decimal', index + 1) : null;
    return paragraph(form.style, [boundRun(making, boundField(point, 'text'))], { number });
  });
}

function text(blocks: readonly ParagraphBlock[]): CellBlock {
  return cellOf(blocks, { columnSpan: 1, role: 'text', align: 'left', verticalAlign: 'top' });
}
