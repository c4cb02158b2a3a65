import { fail } from '../../kernel/result';
import { link } from '../../commands/link';
import { gone } from '../../words/refusal';
import { named } from '../../words/wording';
import { taughtBy } from '../../coverage/coverage';
import { findOf } from '../../model/project';
import { node } from '../example';
import { defineRule } from '../rule';

export const ref12 = defineRule({
  id: 'REF-12',
  pack: 'references',
  severity: 'error',
  title: '在学习任务里考核的目标，这个任务也要教。',
  why: '考了没有教的目标，对学生不公平。',
  source: 'K',
  kinds: ['assessmentPoint'],
  check: (point, { project }) => {
    const task = findOf(project, 'learningTask', point.learningTaskId);
    const objective = findOf(project, 'courseObjective', point.parentId);
    if (task === undefined || objective === undefined) return [];
    if (taughtBy(project, objective.id, task.id) !== undefined) return [];
    const message = `${named(project, task)}考核了${named(project, objective)}，但没有承担这条目标。请把目标对应到这个任务，或换一个任务来考。`;
    return [{ record: point.id, field: 'learningTaskId', message, fixable: true }];
  },
  fix: (project, { record }, context) => {
    const point = findOf(project, 'assessmentPoint', record);
    if (point === undefined) return fail(gone);
    const ends = { fromId: point.parentId ?? '', toId: point.learningTaskId ?? '' };
    return link.run(project, { kind: 'objectiveTask', ...ends }, context);
  },
  examples: [
    {
      text: '教了再考',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能读懂派工单' }, [
            node('objectiveTask', { learningTaskId: '首保' }),
            node('assessmentPoint', { text: '项目核对无遗漏', learningTaskId: '首保' }),
          ]),
          node('learningTask', { as: '首保', name: '1万公里定期维护' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '考了没教的目标',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能读懂派工单' }, [
            node('assessmentPoint', { text: '项目核对无遗漏', learningTaskId: '首保' }),
          ]),
          node('learningTask', { as: '首保', name: '1万公里定期维护' }),
        ]),
      ],
      finds: [
        '学习任务“1万公里定期维护”考核了课程目标“能读懂派工单”，但没有承担这条目标。请把目标对应到这个任务，或换一个任务来考。',
      ],
    },
  ],
});
