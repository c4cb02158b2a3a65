import type { RecordId } from '../../kernel/id';
import { writtenPoints } from '../../coverage/coverage';
import { childrenOf, findOf, type Project } from '../../model/project';
import type { RecordOf } from '../../model/record';
import {
  boundField,
  type BoundCell,
  type BoundRow,
  type BoundRows,
  missingField,
  words as fixed,
} from '../bound';
import type { Words } from './computed';

type Point = RecordOf<'assessmentPoint'>;
type Objective = RecordOf<'courseObjective'>;

/** The objectives of a course in the order of their 工作环节, those of none last, each with its place in the course. */
export function objectivesByStage(
  project: Project,
  { id }: RecordOf<'course'>,
): readonly { readonly objective: Objective; readonly index: number }[] {
  const stages = childrenOf(project, id, 'courseStage');
  const order = new Map<RecordId | null, number>(stages.map((stage, index) => [stage.id, index]));
  return childrenOf(project, id, 'courseObjective')
    .map((objective, index) => ({
      ...{ objective, index },
      at: order.get(objective.stageId) ?? stages.length,
    }))
    .sort((left, right) => left.at - right.at || left.index - right.index);
}

/** 考核要点 by 工作环节, objective and place: the learning tasks in order, then the final assessment. */
export function pointRows(project: Project, course: RecordOf<'course'>, words: Words): BoundRows {
  const tasks = childrenOf(project, course.id, 'learningTask');
  const places = [...tasks.map(({ id }) => id), null];
  const sorted = objectivesByStage(project, course);
  const rows = sorted.flatMap(({ objective, index }) => {
    return places.flatMap((place) => {
      const here = writtenPoints(project, objective.id, place);
      return here.length === 0
        ? []
        : [pointRow(project, objective, { place, here, number: index + 1, words })];
    });
  });
  return { rows, missing: null };
}

function pointRow(
  project: Project,
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
    readonly words: Words;
  },
): BoundRow {
  const stage = findOf(project, 'courseStage', objective.stageId);
  const task = findOf(project, 'learningTask', place);
  return {
    cells: {
      stage: stage ? fieldCell(stage, 'name') : fixedCell('', 'none'),
      objective: {
        ...fieldCell(objective, 'text'),
        repeat: words('objectiveTag').replace('{n}', String(number)).trim(),
      },
      where: task
        ? { ...fieldCell(task, 'name'), mergeKey: `${objective.id} ${task.id}` }
        : fixedCell(words('assessment.finalName'), `${objective.id} final`),
      points: {
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
  return { values: [fixed(text)], missing: null, mergeKey };
}
