import { named } from '../../words/wording';
import { node } from '../example';
import { defineRule } from '../rule';

const numbering =
  /(项目|模块|任务|单元)\s*[一二三四五六七八九十\d]+|第\s*[一二三四五六七八九十\d]+\s*[章节]/u;

export const nam04 = defineRule({
  id: 'NAM-04',
  pack: 'naming',
  severity: 'warning',
  title: '学习任务的名称里没有“项目一、第×章、实训、练习”这样的词。',
  why: '编号由文件自己排；学习任务是一件工作，不是一次实训。',
  source: 'F',
  kinds: ['learningTask'],
  check: (task, { project, thresholds }) => {
    const word =
      numbering.exec(task.name)?.[0] ??
      thresholds.schoolWords.find((school) => task.name.includes(school));
    if (word === undefined) return [];
    const message = `${named(project, task)}里有“${word}”。请去掉，直接写做的是哪件工作。`;
    return [{ record: task.id, field: 'name', message }];
  },
  examples: [
    {
      text: '客房小时工排班表的编制',
      records: [node('learningTask', { name: '客房小时工排班表的编制' })],
      finds: [],
    },
    {
      text: '项目一 Word 实训',
      records: [node('learningTask', { name: '项目一 Word 实训' })],
      finds: ['学习任务“项目一 Word 实训”里有“项目一”。请去掉，直接写做的是哪件工作。'],
    },
  ],
});
