import { courseTable, termRecords } from '../../hours/course-table';
import { childrenOf, findOf, type Project } from '../../model/project';
import type { RecordOf } from '../../model/record';
import { semestersOf, startPointName } from '../../model/start-point';
import { boundField, boundNumber, words } from '../bound';
import { computed, type GridColumn, type Words } from './computed';
import { bracketed, joined, listed } from './values-of';

type Start = RecordOf<'startPoint'>;

export const majorLevelComputed = computed('majorLevel', {
  /** 「初中起点三年」, joined by 、 */
  years: {
    label: '各起点的学制',
    type: 'words',
    reads: ['startPoint.entry', 'startPoint.years'],
    of: (project, { id }) => listed(childrenOf(project, id, 'startPoint').map(startPointName)),
  },
  /** 「汽车维修工（四级/中级工）」, joined by 、 */
  qualifications: {
    label: '职业资格或职业技能等级',
    type: 'words',
    reads: ['qualification.name', 'qualification.skillLevel'],
    of: (project, { id }) =>
      joined(
        childrenOf(project, id, 'qualification').map((one) => [
          boundField(one, 'name'),
          ...(one.skillLevel === 'none' ? [] : bracketed(boundField(one, 'skillLevel'))),
        ]),
        '、',
      ),
  },
});

export const startPointComputed = computed('startPoint', {
  name: {
    label: '起点名称',
    type: 'words',
    reads: ['startPoint.entry', 'startPoint.years'],
    of: (_project, start) => ({ values: [words(startPointName(start))], missing: null }),
  },
  termCount: {
    label: '学期数',
    type: 'number',
    reads: ['startPoint.years'],
    of: (_project, start) => ({ values: [words(String(semestersOf(start)))], missing: null }),
  },
  coursesTaught: {
    label: '课程表中的课程',
    type: 'records',
    kind: 'course',
    reads: ['course.courseKind', 'courseTermHours.hours'],
    of: coursesTaught,
  },
  terms: {
    label: '各学期的学时',
    type: 'columns',
    reads: ['courseTermHours.startPointId', 'courseTermHours.term', 'courseTermHours.hours'],
    of: termColumns,
  },
});

/** The courses that are taught in a 课程表, by kind in the official order (formats.md §1). */
function coursesTaught(project: Project, { id }: Start): readonly RecordOf<'course'>[] {
  const groups = courseTable(project, id)?.groups ?? [];
  return groups.flatMap(({ rows }) =>
    rows.flatMap(({ taken, courseId }) =>
      taken ? (findOf(project, 'course', courseId) ?? []) : [],
    ),
  );
}

/** A column for each term: what is taught of a course in it; nothing where it is not taught. */
function termColumns(project: Project, start: Start, term: Words): readonly GridColumn[] {
  return Array.from({ length: semestersOf(start) }, (_, index) => ({
    head: term('termColumn')
      .replace('{n}', String(index + 1))
      .split('|')
      .map(words),
    cell(course) {
      const record = termRecords(project, course.id, start.id).get(index + 1);
      if (record === undefined) return { values: [], missing: null };
      const hours = record.hours === 0 ? null : record.hours;
      return { values: [boundNumber(record, 'hours', hours)], missing: null };
    },
  }));
}
