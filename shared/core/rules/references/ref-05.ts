import { named } from '../../words/wording';
import { isTaught } from '../../coverage/coverage';
import { node } from '../example';
import { writtenLines } from '../reading';
import { defineRule } from '../rule';

export const ref05 = defineRule({
  id: 'REF-05',
  pack: 'references',
  severity: 'error',
  title: '每条课程目标至少由一个学习任务承担。',
  why: '没有任务承担的目标，写了也教不到。',
  source: 'K',
  kinds: ['course'],
  check: (course, { project }) => {
    const objectives = writtenLines(project, course.id, 'courseObjective');
    const open = objectives.filter(({ id }) => !isTaught(project, id));
    // Nothing mapped yet: the mapping has not been begun.
    if (open.length === objectives.length) return [];
    return open.map((objective) => ({
      record: objective.id,
      missing: 'objectiveTask',
      message: `${named(project, objective)}没有学习任务承担。请对应到一个任务，或删去这条目标。`,
    }));
  },
  examples: [
    {
      text: '两条目标都有任务',
      records: [
        node('course', { name: '汽车维护' }, [
          ...['能读懂派工单', '能完成换油'].map((text) =>
            node('courseObjective', { text }, [node('objectiveTask', { learningTaskId: '首保' })]),
          ),
          node('learningTask', { as: '首保', name: '1万公里定期维护' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '第二条没有任务',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能读懂派工单' }, [
            node('objectiveTask', { learningTaskId: '首保' }),
          ]),
          node('courseObjective', { text: '能完成换油' }),
          node('learningTask', { as: '首保', name: '1万公里定期维护' }),
        ]),
      ],
      finds: ['课程目标“能完成换油”没有学习任务承担。请对应到一个任务，或删去这条目标。'],
    },
  ],
});
