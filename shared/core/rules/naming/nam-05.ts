import { fail } from '../../kernel/result';
import { editField } from '../../commands/edit-field';
import { gone } from '../../words/refusal';
import { named } from '../../words/wording';
import { childrenOf, findOf, type Project, referrersOf } from '../../model/project';
import type { RecordOf } from '../../model/record';
import { node } from '../example';
import { isBlank } from '../reading';
import { defineRule } from '../rule';

export const nam05 = defineRule({
  id: 'NAM-05',
  pack: 'naming',
  severity: 'hint',
  title: '一门课程对一个典型工作任务时，两个名称相同。',
  why: '名称一致，培养要求表和课程表对着看就清楚。',
  source: 'K',
  kinds: ['course'],
  check: (course, { project }) => {
    const task = onlyTask(project, course);
    if (task === undefined || isBlank(course.name) || isBlank(task.name)) return [];
    if (course.name.trim() === task.name.trim()) return [];
    const message = `${named(project, course)}对应的典型工作任务叫“${task.name}”。一对一时两个名称一般相同。`;
    return [{ record: course.id, field: 'name', message, fixable: true }];
  },
  fix: (project, { record }, context) => {
    const course = findOf(project, 'course', record);
    const task = course && onlyTask(project, course);
    if (task === undefined) return fail(gone);
    return editField.run(project, { id: record, field: 'name', value: task.name }, context);
  },
  examples: [
    { text: '汽车维护 对 汽车维护', records: pair('汽车维护'), finds: [] },
    {
      text: '汽车维护 对 汽车构造',
      records: pair('汽车构造'),
      finds: ['课程“汽车构造”对应的典型工作任务叫“汽车维护”。一对一时两个名称一般相同。'],
    },
  ],
});

function pair(courseName: string) {
  return [
    node('typicalWorkTask', { as: '维护', name: '汽车维护' }),
    node('course', { name: courseName }, [node('courseTask', { typicalWorkTaskId: '维护' })]),
  ];
}

/** The task of a course when the two belong to each other alone. */
function onlyTask(
  project: Project,
  course: RecordOf<'course'>,
): RecordOf<'typicalWorkTask'> | undefined {
  const [mapping, ...others] = childrenOf(project, course.id, 'courseTask');
  const task = findOf(project, 'typicalWorkTask', mapping?.typicalWorkTaskId ?? null);
  if (task === undefined || others.length > 0) return undefined;
  return referrersOf(project, task.id, 'courseTask').length === 1 ? task : undefined;
}
