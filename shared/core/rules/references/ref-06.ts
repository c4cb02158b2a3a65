import { named } from '../../words/wording';
import { writtenPoints } from '../../coverage/coverage';
import { node } from '../example';
import { writtenLines } from '../reading';
import { defineRule } from '../rule';

export const ref06 = defineRule({
  id: 'REF-06',
  pack: 'references',
  severity: 'error',
  title: '每条课程目标至少有一个考核要点，过程性或终结性都可以。',
  why: '从不考核的目标，达没达到谁也不知道。',
  source: 'S',
  kinds: ['course'],
  check: (course, { project }) => {
    const objectives = writtenLines(project, course.id, 'courseObjective');
    const open = objectives.filter(({ id }) => writtenPoints(project, id).length === 0);
    if (open.length === objectives.length) return [];
    return open.map((objective) => ({
      record: objective.id,
      missing: 'assessmentPoint',
      message: `${named(project, objective)}没有考核要点。请写一条看什么来判断它达到了。`,
    }));
  },
  examples: [
    {
      text: '两条目标都考',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能读懂派工单' }, [
            node('assessmentPoint', { text: '项目核对无遗漏' }),
          ]),
          node('courseObjective', { text: '能完成换油' }, [
            node('assessmentPoint', { text: '加注量符合手册规定' }),
          ]),
        ]),
      ],
      finds: [],
    },
    {
      text: '第二条从不考核',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能读懂派工单' }, [
            node('assessmentPoint', { text: '项目核对无遗漏' }),
          ]),
          node('courseObjective', { text: '能完成换油' }),
        ]),
      ],
      finds: ['课程目标“能完成换油”没有考核要点。请写一条看什么来判断它达到了。'],
    },
  ],
});
