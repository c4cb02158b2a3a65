import { levelWord } from '../../words/wording';
import { childrenOf } from '../../model/project';
import { node } from '../example';
import { isBlank } from '../reading';
import { defineRule } from '../rule';

export const cmp22 = defineRule({
  id: 'CMP-22',
  pack: 'completeness',
  severity: 'error',
  title: '每个培养层级有典型工作任务，也有课程。',
  why: '课程标准按层级写：一个层级没有任务、没有课程，后面几章就是空的。',
  source: 'S',
  kinds: ['majorLevel'],
  isBegun: ({ employmentDirection, goal }) => !isBlank(employmentDirection) || !isBlank(goal),
  places: ({ id, level }, { project }) => {
    const word = levelWord(level);
    const parts = [
      ['typicalWorkTask', '典型工作任务', childrenOf(project, id, 'typicalWorkTask').length > 0],
      ['course', '课程', childrenOf(project, id, 'course').length > 0],
    ] as const;
    return parts.map(([missing, label, filled]) => {
      const message = `${word}还没有${label}。请添加，或删去这个层级。`;
      return { record: id, missing, filled, message };
    });
  },
  examples: [
    {
      text: '有任务也有课程',
      records: [
        node('majorLevel', { level: 'intermediate', goal: '能维护' }, [
          node('typicalWorkTask', { name: '汽车维护' }),
          node('course', { name: '汽车维护' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '写了培养目标，没有任务和课程',
      records: [node('majorLevel', { level: 'intermediate', goal: '能维护' })],
      finds: [
        '中级还没有典型工作任务。请添加，或删去这个层级。',
        '中级还没有课程。请添加，或删去这个层级。',
      ],
    },
  ],
});
