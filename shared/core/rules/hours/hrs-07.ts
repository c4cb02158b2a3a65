import { defineRule } from '../rule';
import { aCourseTable, tableProblems } from '../table-problems';

export const hrs07 = defineRule({
  id: 'HRS-07',
  pack: 'hours',
  severity: 'error',
  title: '课程表里没有超出学制的学期。',
  why: '三年制只有六个学期，写在第七学期的课没有地方上。',
  source: 'K',
  kinds: ['startPoint'],
  check: (start, { project }) => tableProblems(project, start, 'HRS-07'),
  examples: [
    { text: '三年制第6学期', records: aCourseTable(40, [[6, 40]]), finds: [] },
    {
      text: '三年制第7学期',
      records: aCourseTable(40, [[7, 40]]),
      finds: [
        '“汽车维护”有 40 学时写在初中起点三年第7学期，课程表里没有这个位置。请移到别的学期或改初中起点三年的学制。',
      ],
    },
  ],
});
