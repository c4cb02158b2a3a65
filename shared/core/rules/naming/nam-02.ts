import { named } from '../../words/wording';
import { node } from '../example';
import { defineRule } from '../rule';

export const nam02 = defineRule({
  id: 'NAM-02',
  pack: 'naming',
  severity: 'warning',
  title: '典型工作任务的名称里没有学科和教学的词（基础、原理、知识、实训……）。',
  why: '典型工作任务是企业里的工作，不是一门学科。',
  source: 'K',
  kinds: ['typicalWorkTask'],
  check: (task, { project, thresholds }) => {
    const word = thresholds.subjectWords.find((subject) => task.name.includes(subject));
    if (word === undefined) return [];
    const message = `${named(project, task)}里有“${word}”，像一门课的名字。请改成企业里这件工作的叫法。`;
    return [{ record: task.id, field: 'name', message }];
  },
  examples: [
    {
      text: '低压配电箱的装配与调试',
      records: [node('typicalWorkTask', { name: '低压配电箱的装配与调试' })],
      finds: [],
    },
    {
      text: '电工技术基础',
      records: [node('typicalWorkTask', { name: '电工技术基础' })],
      finds: ['典型工作任务“电工技术基础”里有“基础”，像一门课的名字。请改成企业里这件工作的叫法。'],
    },
  ],
});
