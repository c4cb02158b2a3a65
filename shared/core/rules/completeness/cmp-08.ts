import { named } from '../../words/wording';
import { lines, node } from '../example';
import { isBegun, isIntegrated, writtenLines } from '../reading';
import { defineRule } from '../rule';

export const cmp08 = defineRule({
  id: 'CMP-08',
  pack: 'completeness',
  severity: 'warning',
  title: '每门工学一体化课程有 5～10 条课程目标。',
  why: '目标沿工作过程写，从明确任务到评估反馈；少于 5 条，过程多半不完整，多于 10 条，难以都考到。',
  source: 'K',
  kinds: ['course'],
  isBegun: (course, { project }) => isBegun(project, course),
  places: (course, { project }) => {
    if (!isIntegrated(course)) return [];
    const filled = writtenLines(project, course.id, 'courseObjective').length > 0;
    const message = `${named(project, course)}还没有写课程目标。`;
    return [{ record: course.id, missing: 'courseObjective', filled, message }];
  },
  check: (course, { project, thresholds }) => {
    const { least, most } = thresholds.courseObjectives;
    const count = writtenLines(project, course.id, 'courseObjective').length;
    if (count === 0 || (count >= least && count <= most)) return [];
    const way =
      count < least
        ? `再补 ${least - count} 条以上，看看接单、计划、检查、评价几步有没有目标。`
        : '可以合并相近的几条。';
    const message = `${named(project, course)}有 ${count} 条课程目标，一般 ${least}～${most} 条。${way}`;
    return [{ record: course.id, missing: 'courseObjective', message }];
  },
  examples: [
    {
      text: '5 条',
      records: [
        node(
          'course',
          { name: '汽车维护' },
          lines('courseObjective', ['能接单', '能计划', '能维护', '能自检', '能归档']),
        ),
      ],
      finds: [],
    },
    {
      text: '2 条',
      records: [
        node('course', { name: '汽车维护' }, lines('courseObjective', ['能接单', '能维护'])),
      ],
      finds: [
        '课程“汽车维护”有 2 条课程目标，一般 5～10 条。再补 3 条以上，看看接单、计划、检查、评价几步有没有目标。',
      ],
    },
    {
      text: '有了学时，没有目标',
      records: [node('course', { name: '汽车维护', standardHours: 180 })],
      finds: ['课程“汽车维护”还没有写课程目标。'],
    },
  ],
});
