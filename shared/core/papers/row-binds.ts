import type { RecordId } from '../kernel/id';
import { writtenPoints } from '../coverage/coverage';
import { findOf } from '../model/project';
import type { RecordOf } from '../model/record';
import {
  boundField,
  boundNumber,
  type BoundCell,
  type BoundRow,
  missingField,
  missingList,
} from './bound';
import type { UnfinishedPlace } from './block';
import type { CourseContext } from './course-context';

/** What a row bind gives: the rows, and the place to name when there are none. */
export interface BoundRows {
  readonly rows: readonly BoundRow[];
  readonly missing: UnfinishedPlace | null;
}
type RowBind = (context: CourseContext, words: (term: string) => string) => BoundRows;

/** Every repeated row a layout may name, with the columns it offers. */
export const rowBinds: ReadonlyMap<string, RowBind> = new Map<string, RowBind>([
  ['course.learningTasks', learningTaskRows],
  ['assessment.pointRows', pointRows],
]);

/** The binds that columns of each repeated row may name. */
export const rowColumns: ReadonlyMap<string, readonly string[]> = new Map([
  ['course.learningTasks', ['row.number', 'row.name', 'row.description', 'row.standardHours']],
  ['assessment.pointRows', ['row.stage', 'row.objective', 'row.where', 'row.points']],
]);

function learningTaskRows({ course, learningTasks, figures }: CourseContext): BoundRows {
  const rows = learningTasks.map((task, index) => {
    const hours = figures.taskHours.get(task.id) ?? null;
    return {
      cells: {
        'row.number': fixedCell(String(index + 1), task.id),
        'row.name': fieldCell(task, 'name'),
        'row.description': fieldCell(task, 'description'),
        'row.standardHours': {
          values: [boundNumber(task, 'standardHours', hours)],
          missing: hours === null ? missingField(task, 'standardHours') : null,
          mergeKey: task.id,
        },
      },
    };
  });
  return { rows, missing: rows.length > 0 ? null : missingList(course.id, 'learningTask') };
}

type Point = RecordOf<'assessmentPoint'>;
type Objective = RecordOf<'courseObjective'>;

/** 考核要点 by 工作环节, objective and place: the learning tasks in order, then the final assessment. */
function pointRows(context: CourseContext, words: (term: string) => string): BoundRows {
  const places = [...context.learningTasks.map(({ id }) => id), null];
  const order = new Map<RecordId | null, number>(
    context.stages.map(({ id }, index) => [id, index]),
  );
  const last = context.stages.length;
  const sorted = context.objectives
    .map((objective, index) => ({ objective, index, at: order.get(objective.stageId) ?? last }))
    .sort((left, right) => left.at - right.at || left.index - right.index);
  const rows = sorted.flatMap(({ objective, index }) => {
    return places.flatMap((place) => {
      const here = writtenPoints(context.project, objective.id, place);
      return here.length === 0
        ? []
        : [pointRow(context, objective, { place, here, number: index + 1, words })];
    });
  });
  return { rows, missing: null };
}

function pointRow(
  { project }: CourseContext,
  objective: Objective,
  {
    place,
    here,
    number,
    words,
  }: {
    readonly place: RecordId | null;
    readonly here: readonly Point[];
    readonly number: number;
    readonly words: (term: string) => string;
  },
): BoundRow {
  const stage = findOf(project, 'courseStage', objective.stageId);
  const task = findOf(project, 'learningTask', place);
  return {
    cells: {
      'row.stage': stage ? fieldCell(stage, 'name') : fixedCell('', 'none'),
      'row.objective': {
        ...fieldCell(objective, 'text'),
        repeat: words('objectiveTag').replace('{n}', String(number)).trim(),
      },
      'row.where': task
        ? { ...fieldCell(task, 'name'), mergeKey: `${objective.id} ${task.id}` }
        : fixedCell(words('assessment.finalName'), `${objective.id} final`),
      'row.points': {
        values: here.map((point) => boundField(point, 'text')),
        missing: null,
        mergeKey: here[0]?.id ?? '',
      },
    },
  };
}

function fieldCell(
  record: RecordOf<'learningTask' | 'courseStage' | 'courseObjective'>,
  field: string,
): BoundCell {
  const bound = boundField(record, field);
  const missing = bound.text === '' ? missingField(record, field) : null;
  return { values: [bound], missing, mergeKey: record.id };
}

function fixedCell(text: string, mergeKey: string): BoundCell {
  return { values: [{ text, source: null }], missing: null, mergeKey };
}
