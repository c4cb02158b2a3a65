import { courseTable } from '../hours/course-table';
import type { CourseTableImbalance } from '../hours/course-table-imbalance';
import type { Project } from '../model/project';
import type { RecordOf } from '../model/record';
import type { ExampleNode } from './example';
import { node } from './example';
import type { Problem } from './rule';

/** The field at which each of the rules speaks: HRS-04 at the course, HRS-06 at the table, HRS-07 at the cell. */
const fields = { 'HRS-04': 'standardHours', 'HRS-06': 'years', 'HRS-07': 'hours' } as const;

/** What the hours engine finds in the 课程表 of a start point, for the rule of that id. */
export function tableProblems(
  project: Project,
  start: RecordOf<'startPoint'>,
  rule: CourseTableImbalance['rule'],
): readonly Problem[] {
  const imbalances = courseTable(project, start.id)?.imbalances ?? [];
  return imbalances
    .filter((imbalance) => imbalance.rule === rule)
    .map(({ first, second, message }) => {
      const record = rule === 'HRS-07' ? second.id : first.id;
      return { record, field: fields[rule], message };
    });
}

/** A level with a start point of three years and one course with hours in its terms. */
export function aCourseTable(
  standardHours: number,
  terms: readonly (readonly [term: number, hours: number])[],
): readonly ExampleNode[] {
  const cells = terms.map(([term, hours]) =>
    node('courseTermHours', { startPointId: '三年', term, hours }),
  );
  return [
    node('major', { name: '汽车维修' }, [
      node('majorLevel', { level: 'intermediate' }, [
        node('startPoint', { as: '三年', entry: 'juniorHigh', years: 3 }),
        node('course', { name: '汽车维护', standardHours }, cells),
      ]),
    ]),
  ];
}
