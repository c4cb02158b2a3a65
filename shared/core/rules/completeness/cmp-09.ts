import { named } from '../../words/wording';
import { childrenOf } from '../../model/project';
import { node } from '../example';
import { isBegun, isIntegrated } from '../reading';
import { defineRule } from '../rule';

export const cmp09 = defineRule({
  id: 'CMP-09',
  pack: 'completeness',
  severity: 'error',
  title: '每门工学一体化课程有 2～8 个学习任务。',
  why: '课程靠学习任务来教，一个都没有就没法上课；太多则每个任务学时太少，走不完完整的行动过程。',
  source: 'S',
  kinds: ['course'],
  isBegun: (course, { project }) => isBegun(project, course),
  places: (course, { project }) => {
    if (!isIntegrated(course)) return [];
    const filled = childrenOf(project, course.id, 'learningTask').length > 0;
    const message = `${named(project, course)}还没有学习任务。`;
    return [{ record: course.id, missing: 'learningTask', filled, message }];
  },
  check: (course, { project, thresholds }) => {
    const { least, most } = thresholds.learningTasks;
    const count = childrenOf(project, course.id, 'learningTask').length;
    if (count === 0 || (count >= least && count <= most)) return [];
    const way = count < least ? '由易到难再设计几个。' : '可以合并相近的任务。';
    const message = `${named(project, course)}有 ${count} 个学习任务，一般 ${least}～${most} 个，${way}`;
    return [{ record: course.id, missing: 'learningTask', severity: 'warning', message }];
  },
  examples: [
    {
      text: '2 个',
      records: [
        node('course', { name: '汽车维护' }, [
          node('learningTask', { name: '新车交付前检查' }),
          node('learningTask', { name: '1万公里定期维护' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '只有 1 个',
      records: [
        node('course', { name: '汽车维护' }, [node('learningTask', { name: '新车交付前检查' })]),
      ],
      finds: ['课程“汽车维护”有 1 个学习任务，一般 2～8 个，由易到难再设计几个。'],
    },
    {
      text: '有了目标，没有学习任务',
      records: [
        node('course', { name: '汽车维护' }, [node('courseObjective', { text: '能读懂派工单' })]),
      ],
      finds: ['课程“汽车维护”还没有学习任务。'],
    },
  ],
});
