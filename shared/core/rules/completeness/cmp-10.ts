import { named } from '../../words/wording';
import { teaches } from '../../coverage/coverage';
import { closest } from '../../model/project';
import { node } from '../example';
import { isBegun, isBlank, isIntegrated } from '../reading';
import { defineRule } from '../rule';

export const cmp10 = defineRule({
  id: 'CMP-10',
  pack: 'completeness',
  severity: 'error',
  title: '每个学习任务有名称、描述和学时。',
  why: '没有学时排不进教学计划，没有描述学生不知道要做成什么。',
  source: 'S',
  kinds: ['learningTask'],
  isBegun: (task, { project }) => isBegun(project, task) || teaches(project, task.id),
  places: (task, { project }) => {
    const course = closest(project, task.id, 'course');
    if (course !== undefined && !isIntegrated(course)) return [];
    const parts = [
      ['name', '还没有名称', !isBlank(task.name)],
      ['description', '还没有写学习任务描述', !isBlank(task.description)],
      ['standardHours', '还没有定参考学时', task.standardHours !== null],
    ] as const;
    return parts.map(([field, words, filled]) => {
      const message = `${named(project, task)}${words}。`;
      return { record: task.id, field, filled, message };
    });
  },
  examples: [
    {
      text: '样样都有',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能按规程完成维护' }, [
            node('objectiveTask', { learningTaskId: '首保' }),
          ]),
          node('learningTask', {
            as: '首保',
            name: '1万公里定期维护',
            description: '客户预约首保，更换机油、机滤，检查底盘与电器，当面说明结果。',
            standardHours: 40,
          }),
        ]),
      ],
      finds: [],
    },
    {
      text: '有描述，没有学时',
      records: [
        node('course', { name: '汽车维护' }, [
          node('learningTask', { name: '1万公里定期维护', description: '客户预约首保。' }),
        ]),
      ],
      finds: ['学习任务“1万公里定期维护”还没有定参考学时。'],
    },
  ],
});
