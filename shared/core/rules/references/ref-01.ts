import { named } from '../../words/wording';
import { childrenOf, closest, referrersOf } from '../../model/project';
import { node } from '../example';
import { isBlank, isIntegrated } from '../reading';
import { defineRule } from '../rule';

export const ref01 = defineRule({
  id: 'REF-01',
  pack: 'references',
  severity: 'error',
  title: '每个典型工作任务都有工学一体化课程。',
  why: '典型工作任务没有课程，培养要求里写的能力就没有地方教。',
  source: 'S',
  kinds: ['typicalWorkTask'],
  check: (task, { project }) => {
    // Asked first: a task with a course need not look at its whole level.
    if (isBlank(task.name) || referrersOf(project, task.id, 'courseTask').length > 0) return [];
    const level = closest(project, task.id, 'majorLevel');
    if (level === undefined) return [];
    // While the level has no courses at all, nobody has begun to make courses of its tasks.
    if (!childrenOf(project, level.id, 'course').some(isIntegrated)) return [];
    const message = `${named(project, task)}还没有课程。请新增一门课程，或对应到已有的课程。`;
    return [{ record: task.id, field: 'name', message }];
  },
  examples: [
    {
      text: '任务有课程',
      records: [
        node('majorLevel', {}, [
          node('typicalWorkTask', { as: '维护', name: '汽车维护' }),
          node('course', { name: '汽车维护' }, [node('courseTask', { typicalWorkTaskId: '维护' })]),
        ]),
      ],
      finds: [],
    },
    {
      text: '还没有开始做课程',
      records: [node('majorLevel', {}, [node('typicalWorkTask', { name: '汽车维护' })])],
      finds: [],
    },
    {
      text: '“整车检测”没有课程',
      records: [
        node('majorLevel', {}, [
          node('typicalWorkTask', { as: '维护', name: '汽车维护' }),
          node('typicalWorkTask', { name: '整车检测' }),
          node('course', { name: '汽车维护' }, [node('courseTask', { typicalWorkTaskId: '维护' })]),
        ]),
      ],
      finds: ['典型工作任务“整车检测”还没有课程。请新增一门课程，或对应到已有的课程。'],
    },
  ],
});
