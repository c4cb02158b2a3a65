import { kindsInOrder } from '../../hours/course-table';
import { childrenOf, type Project } from '../../model/project';
import type { RecordOf } from '../../model/record';
import { levelRank, startPointName } from '../../model/start-point';
import { boundField, type BoundValues, words } from '../bound';
import { computed, type ComputedOf } from './computed';
import { bracketed, joined, listed } from './values-of';

type Major = RecordOf<'major'>;

export const majorComputed = computed('major', {
  codes: {
    label: '各层级的专业编码',
    type: 'words',
    reads: ['majorLevel.level', 'majorLevel.majorCode'],
    of: codes,
  },
  severalStartPoints: {
    label: '几个起点的名称（只有一个时没有）',
    type: 'words',
    reads: ['startPoint.entry', 'startPoint.years'],
    of: (project, major) => listed(several(startNames(project, major))),
  },
  severalCourses: {
    label: '几门工学一体化课程的名称（只有一门时没有）',
    type: 'words',
    reads: ['course.name', 'course.courseKind'],
    of: (project, major) =>
      listed(several(integratedCourses(project, major).map(({ name }) => name))),
  },
  higherLevels: {
    label: '最低层级以上的层级',
    type: 'words',
    reads: ['majorLevel.level'],
    of: (project, major) =>
      joined(
        levelsOf(project, major)
          .slice(1)
          .map((level) => [boundField(level, 'level')]),
        '、',
      ),
  },
  drafters: people('起草人', 'drafter'),
  reviewers: people('审定人', 'reviewer'),
  developers: people('开发单位', 'developer'),
  integratedCourses: {
    label: '工学一体化课程',
    type: 'records',
    kind: 'course',
    reads: ['course.courseKind'],
    of: integratedCourses,
  },
  coursesByKind: {
    label: '各类课程',
    type: 'records',
    kind: 'course',
    reads: ['course.courseKind'],
    of: coursesByKind,
  },
});

/** Lower ones first. */
function levelsOf(project: Project, { id }: Major): readonly RecordOf<'majorLevel'>[] {
  return childrenOf(project, id, 'majorLevel').toSorted(
    (left, right) => levelRank(left.level) - levelRank(right.level),
  );
}

/** 「中级：0403-4；高级：0403-3」 */
function codes(project: Project, major: Major): BoundValues {
  const written = levelsOf(project, major).filter(({ majorCode }) => majorCode !== '');
  return joined(
    written.map((level) => [
      boundField(level, 'level'),
      words('：'),
      boundField(level, 'majorCode'),
    ]),
    '；',
  );
}

/** The start points of the major by name, level by level. */
function startNames(project: Project, major: Major): readonly string[] {
  return levelsOf(project, major).flatMap(({ id }) =>
    childrenOf(project, id, 'startPoint').map(startPointName),
  );
}

/** For words that are true of several only: nothing where there is one. */
function several(names: readonly string[]): readonly string[] {
  return names.length > 1 ? names : [];
}

function allCourses(project: Project, major: Major): readonly RecordOf<'course'>[] {
  return levelsOf(project, major).flatMap(({ id }) => childrenOf(project, id, 'course'));
}

function integratedCourses(project: Project, major: Major): readonly RecordOf<'course'>[] {
  return allCourses(project, major).filter(({ courseKind }) => courseKind === 'integrated');
}

/** All courses by kind in the official order, level by level. */
function coursesByKind(project: Project, major: Major): readonly RecordOf<'course'>[] {
  const all = allCourses(project, major);
  return kindsInOrder(all).flatMap((kind) => all.filter(({ courseKind }) => courseKind === kind));
}

/** 「周明远（示范技师学院汽车工程系）、…」 */
function people(label: string, wanted: RecordOf<'person'>['role']): ComputedOf<'major'> {
  return {
    label,
    type: 'words',
    reads: ['person.name', 'person.role', 'person.unit'],
    of: (project, { id }) =>
      joined(
        childrenOf(project, id, 'person')
          .filter(({ role }) => role === wanted)
          .map((person) => [boundField(person, 'name'), ...bracketed(boundField(person, 'unit'))]),
        '、',
      ),
  };
}
