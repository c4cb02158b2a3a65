import type { KnownRecord } from '../model/record';
import { type Bound, boundField, boundNumber, type BoundValues, missingField } from './bound';
import type { CourseContext } from './course-context';

/** A bind that gives the texts of one field, of one record or of several in a row. */
type TextBind = (context: CourseContext) => BoundValues;

/** Every short or long text a layout may name. */
export const textBinds: ReadonlyMap<string, TextBind> = new Map<string, TextBind>([
  ['course.name', ({ course }) => one(course, 'name')],
  [
    'course.standardHours',
    ({ course, figures }) => numberOf(course, 'standardHours', figures.standardHours),
  ],
  ['course.objectivesIntro', ({ course }) => one(course, 'objectivesIntro')],
  ['course.contentsIntro', ({ course }) => one(course, 'contentsIntro')],
  ['major.name', ({ major }) => one(major, 'name')],
  ['major.school', ({ major }) => one(major, 'school')],
  ['level.level', ({ level }) => one(level, 'level')],
  ['level.majorCode', ({ level }) => one(level, 'majorCode')],
  ['task.name', ({ workTasks }) => several(workTasks, 'name')],
  ['task.description', (context) => ofWorkTasks(context, 'description')],
  ['task.workOrganization', (context) => ofWorkTasks(context, 'workOrganization')],
  ...ofAdvice([
    'staff',
    'organisationMethods',
    'venue',
    'toolsPerGroup',
    'documents',
    'management',
  ]),
  ...ofAssessment(['opening', 'skillAssessment', 'outcomeAssessment', 'competenceObservation']),
  [
    'assessment.processWeight',
    ({ assessment, figures }) => numberOf(assessment, 'processWeight', figures.processWeight),
  ],
  [
    'assessment.finalWeight',
    ({ assessment, figures }) => numberOf(assessment, 'finalWeight', figures.finalWeight),
  ],
  ...ofFinal(['explanation', 'caseName', 'scenario', 'minutes']),
]);

function ofAdvice(fields: readonly string[]): readonly [string, TextBind][] {
  return fields.map((field) => [`advice.${field}`, ({ advice }) => one(advice, field)]);
}

function ofAssessment(fields: readonly string[]): readonly [string, TextBind][] {
  return fields.map((field) => [`assessment.${field}`, ({ assessment }) => one(assessment, field)]);
}

function ofFinal(fields: readonly string[]): readonly [string, TextBind][] {
  return fields.map((field) => [`final.${field}`, ({ final }) => one(final, field)]);
}

/** A course without a 典型工作任务 has nothing to describe: that is the place to name. */
function ofWorkTasks({ course, workTasks }: CourseContext, field: string): BoundValues {
  if (workTasks.length > 0) return several(workTasks, field);
  const missing = {
    record: course.id,
    missing: 'courseTask' as const,
    message: '课程还没有对应典型工作任务',
  };
  return { values: [], missing };
}

function one(record: KnownRecord | undefined, field: string): BoundValues {
  return several(record === undefined ? [] : [record], field);
}

function several(records: readonly KnownRecord[], field: string): BoundValues {
  const values = records.map((record) => boundField(record, field));
  return { values, missing: firstMissing(records, values, field) };
}

function firstMissing(records: readonly KnownRecord[], values: readonly Bound[], field: string) {
  const record = records[values.findIndex(({ text }) => text === '')];
  return record === undefined ? null : missingField(record, field);
}

function numberOf(
  record: KnownRecord | undefined,
  field: string,
  value: number | null,
): BoundValues {
  if (record === undefined) return { values: [], missing: null };
  const missing = value === null ? missingField(record, field) : null;
  return { values: [boundNumber(record, field, value)], missing };
}
