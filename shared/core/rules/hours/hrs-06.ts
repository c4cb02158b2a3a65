import { defineRule } from '../rule';
import { aCourseTable, tableProblems } from '../table-problems';

export const hrs06 = defineRule({
  id: 'HRS-06',
  pack: 'hours',
  severity: 'error',
  title: '一学期的学时合计不超过教学周数×每周学时（一般 20×30＝600）。',
  why: '一学期就这么多课时，超过了排不进去。',
  source: 'K',
  kinds: ['startPoint'],
  check: (start, { project }) => tableProblems(project, start, 'HRS-06'),
  examples: [
    { text: '598 学时', records: aCourseTable(598, [[1, 598]]), finds: [] },
    {
      text: '640 学时',
      records: aCourseTable(640, [[1, 640]]),
      finds: [
        '初中起点三年第1学期合计 640 学时，超过 600 学时（教学周数×周学时），多 40。请减少“汽车维护”等课程的学时或改每学期教学周数、每周学时。',
      ],
    },
  ],
});
