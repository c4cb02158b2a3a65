import { named } from '../../words/wording';
import { node } from '../example';
import { isBlank } from '../reading';
import { defineRule } from '../rule';

export const nam01 = defineRule({
  id: 'NAM-01',
  pack: 'naming',
  severity: 'warning',
  title: '典型工作任务的名称是“对象＋行为”，以检修、维护、装配、策划这样的行为收尾。',
  why: '只有对象看不出做什么；带上行为，企业的人一看就知道是哪件工作。',
  source: 'K',
  kinds: ['typicalWorkTask'],
  check: (task, { project, thresholds }) => {
    const name = task.name.trim();
    if (isBlank(name) || thresholds.workWords.some((word) => name.endsWith(word))) return [];
    const message = `${named(project, task)}没有以做什么收尾。加上行为，如“……的检修”“……的装配与调试”。`;
    return [{ record: task.id, field: 'name', message }];
  },
  examples: [
    {
      text: '汽车底盘的检修',
      records: [node('typicalWorkTask', { name: '汽车底盘的检修' })],
      finds: [],
    },
    {
      text: '汽车底盘',
      records: [node('typicalWorkTask', { name: '汽车底盘' })],
      finds: ['典型工作任务“汽车底盘”没有以做什么收尾。加上行为，如“……的检修”“……的装配与调试”。'],
    },
  ],
});
