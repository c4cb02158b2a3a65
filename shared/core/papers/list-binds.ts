import { pointsAt } from '../coverage/coverage';
import { childrenOf } from '../model/project';
import type { KnownRecord, RecordOf } from '../model/record';
import {
  boundField,
  type Bound,
  boundItems,
  type BoundValues,
  missingField,
  missingList,
} from './bound';
import type { CourseContext } from './course-context';

/** A bind that gives the items of a list, in order. */
type ListBind = (context: CourseContext) => BoundValues;

type WorkTask = RecordOf<'typicalWorkTask'>;

/** Every list a layout may name. */
export const listBinds: ReadonlyMap<string, ListBind> = new Map<string, ListBind>([
  ['task.workObjects', (context) => childTexts(context, 'workObject')],
  ['task.workRequirements', (context) => childTexts(context, 'workRequirement')],
  ['task.tools', (context) => itemTexts(context, 'tools')],
  ['task.materials', (context) => itemTexts(context, 'materials')],
  ['task.equipment', (context) => itemTexts(context, 'equipment')],
  ['task.documents', (context) => itemTexts(context, 'documents')],
  ['task.workMethods', (context) => itemTexts(context, 'workMethods')],
  [
    'course.objectives',
    ({ course, objectives }) => ({
      values: texts(objectives),
      missing: texts(objectives).length > 0 ? null : missingList(course.id, 'courseObjective'),
    }),
  ],
  ['final.taskRequirements', taskRequirements],
  [
    'final.references',
    ({ final }) =>
      final === undefined
        ? { values: [], missing: null }
        : orMissing(boundItems(final, 'references'), final, 'references'),
  ],
  ['final.points', finalPoints],
]);

/** The written ones among records whose words stand in `text`. */
export function texts(records: readonly KnownRecord[]): readonly Bound[] {
  return records.map((record) => boundField(record, 'text')).filter(({ text }) => text !== '');
}

function childTexts(
  { project, workTasks }: CourseContext,
  kind: 'workObject' | 'workRequirement',
): BoundValues {
  const values = workTasks.flatMap(({ id }) => texts(childrenOf(project, id, kind)));
  const first = workTasks[0];
  const missing = first === undefined || values.length > 0 ? null : missingList(first.id, kind);
  return { values, missing };
}

function itemTexts({ workTasks }: CourseContext, field: string): BoundValues {
  const values = workTasks.flatMap((task) => boundItems(task, field));
  const first: WorkTask | undefined = workTasks[0];
  return first === undefined ? { values, missing: null } : orMissing(values, first, field);
}

function taskRequirements({ project, final }: CourseContext): BoundValues {
  if (final === undefined) return { values: [], missing: null };
  const values = texts(childrenOf(project, final.id, 'taskRequirement'));
  return { values, missing: values.length > 0 ? null : missingList(final.id, 'taskRequirement') };
}

/** 考核要点 of the final assessment, in the order of the objectives. */
function finalPoints({ project, objectives }: CourseContext): BoundValues {
  const points = objectives.flatMap(({ id }) => pointsAt(project, id, null));
  return { values: texts(points), missing: null };
}

function orMissing(values: readonly Bound[], record: KnownRecord, field: string): BoundValues {
  return { values, missing: values.length > 0 ? null : missingField(record, field) };
}
