import { defineRule } from '../rule';
import { aCourseTable, tableProblems } from '../table-problems';

export const hrs04 = defineRule({
  id: 'HRS-04',
  pack: 'hours',
  severity: 'error',
  title: '课程表里每门课各学期的学时合计等于它的基准学时。',
  why: '课程表最后一行与基准学时对不上，审定时第一个被退回。',
  source: 'K',
  kinds: ['startPoint'],
  check: (start, { project }) => tableProblems(project, start, 'HRS-04'),
  examples: [
    {
      text: '60 + 120 = 180',
      records: aCourseTable(180, [
        [1, 60],
        [2, 120],
      ]),
      finds: [],
    },
    {
      text: '60 + 100，不是 180',
      records: aCourseTable(180, [
        [1, 60],
        [2, 100],
      ]),
      finds: [
        '“汽车维护”基准学时 180，初中起点三年各学期合计 160，少 20。请改基准学时或某一学期的学时。',
      ],
    },
  ],
});
