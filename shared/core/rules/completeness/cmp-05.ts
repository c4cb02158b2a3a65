import { named } from '../../words/wording';
import { node } from '../example';
import { hasWord, isBlank } from '../reading';
import { defineRule } from '../rule';

export const cmp05 = defineRule({
  id: 'CMP-05',
  pack: 'completeness',
  severity: 'hint',
  title: '任务描述写出怎么开始（接单）、怎么结束（交付、验收）和依据的标准。',
  why: '典型工作任务是一件完整的工作：有人交代，有依据，做完有人验收。',
  source: 'K',
  kinds: ['typicalWorkTask'],
  check: (task, { project, thresholds }) => {
    const { description } = task;
    if (isBlank(description)) return [];
    const parts = [
      ['怎么接到任务（派工单、订单）', thresholds.startWords],
      ['怎么交付验收', thresholds.deliveryWords],
      ['依据什么标准或规定', thresholds.regulationWords],
    ] as const;
    const missing = parts.filter(([, words]) => !hasWord(description, words)).map(([part]) => part);
    if (missing.length === 0) return [];
    const message = `${named(project, task)}的描述里没看到${missing.join('、')}。请补一句。`;
    return [{ record: task.id, field: 'description', message }];
  },
  examples: [
    {
      text: '有头有尾有依据',
      records: [
        node('typicalWorkTask', {
          name: '汽车维护',
          description: '从主管处领取派工单，按维修手册的规定完成维护，自检合格后交付验收并归档。',
        }),
      ],
      finds: [],
    },
    {
      text: '一句话带过',
      records: [node('typicalWorkTask', { name: '汽车维护', description: '对汽车进行维护。' })],
      finds: [
        '典型工作任务“汽车维护”的描述里没看到怎么接到任务（派工单、订单）、怎么交付验收、依据什么标准或规定。请补一句。',
      ],
    },
  ],
});
