import { named } from '../../words/wording';
import { node } from '../example';
import { characterCount } from '../reading';
import { defineRule } from '../rule';

export const cmp04 = defineRule({
  id: 'CMP-04',
  pack: 'completeness',
  severity: 'warning',
  title: '典型工作任务描述长短合适（一般 300～600 字）。',
  why: '太短看不出工作从哪里来、怎么做、交给谁；太长多半把操作步骤写进来了。公开的课程标准多在 300～600 字；不到 150 字或超过 800 字要改。',
  source: 'K',
  kinds: ['typicalWorkTask'],
  check: (task, { project, thresholds }) => {
    const { least, most, fewest, longest } = thresholds.taskDescriptionCharacters;
    const count = characterCount(task.description);
    if (count === 0 || (count >= least && count <= most)) return [];
    const severity = count < fewest || count > longest ? 'warning' : 'hint';
    const way =
      count < least
        ? '补上任务从哪里来、怎么做完、按什么标准、交给谁。'
        : '操作步骤可以移到工作对象和工作要求里。';
    const message = `${named(project, task)}的描述有 ${count} 字，一般 ${least}～${most} 字。${way}`;
    return [{ record: task.id, field: 'description', message, severity }];
  },
  examples: [
    {
      text: '420 字',
      records: [
        node('typicalWorkTask', { name: '汽车维护', description: '维护作业。'.repeat(84) }),
      ],
      finds: [],
    },
    {
      text: '180 字',
      records: [
        node('typicalWorkTask', { name: '汽车维护', description: '维护作业。'.repeat(36) }),
      ],
      finds: [
        '典型工作任务“汽车维护”的描述有 180 字，一般 300～600 字。补上任务从哪里来、怎么做完、按什么标准、交给谁。',
      ],
    },
    {
      text: '10 字',
      records: [node('typicalWorkTask', { name: '汽车维护', description: '按要求对汽车进行维护' })],
      finds: [
        '典型工作任务“汽车维护”的描述有 10 字，一般 300～600 字。补上任务从哪里来、怎么做完、按什么标准、交给谁。',
      ],
    },
  ],
});
