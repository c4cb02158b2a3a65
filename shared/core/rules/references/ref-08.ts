import { named } from '../../words/wording';
import { teaches } from '../../coverage/coverage';
import { closest } from '../../model/project';
import { node } from '../example';
import { isBegun, isIntegrated } from '../reading';
import { defineRule } from '../rule';

export const ref08 = defineRule({
  id: 'REF-08',
  pack: 'references',
  severity: 'error',
  title: '每个学习任务至少承担一条课程目标。',
  why: '不承担目标的任务，说不清学生做完学到了什么。',
  source: 'S',
  kinds: ['learningTask'],
  isBegun: (task, { project }) => isBegun(project, task),
  places: (task, { project }) => {
    const course = closest(project, task.id, 'course');
    if (course !== undefined && !isIntegrated(course)) return [];
    const filled = teaches(project, task.id);
    const message = `${named(project, task)}还没有对应课程目标。请在目标旁或任务旁对应上。`;
    return [{ record: task.id, missing: 'objectiveTask', filled, message }];
  },
  examples: [
    {
      text: '承担一条目标',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能读懂派工单' }, [
            node('objectiveTask', { learningTaskId: '首保' }),
          ]),
          node('learningTask', { as: '首保', name: '1万公里定期维护', standardHours: 40 }),
        ]),
      ],
      finds: [],
    },
    {
      text: '没有目标',
      records: [
        node('course', { name: '汽车维护' }, [
          node('learningTask', { name: '1万公里定期维护', standardHours: 40 }),
        ]),
      ],
      finds: ['学习任务“1万公里定期维护”还没有对应课程目标。请在目标旁或任务旁对应上。'],
    },
  ],
});
