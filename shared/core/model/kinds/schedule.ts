import { choice, count, flag, hours, place, ref } from '../field';
import type { KindTable } from './kind';

/** 每学期 20 教学周 and 每周 30 学时, unless the school says otherwise. */
export const usualWeeks = 20;
export const usualWeeklyHours = 30;

/** When what is taught: start points and the hours of their 课程表. Part of `builtKinds`, see there. */
export const scheduleKinds = {
  startPoint: {
    code: 'sp',
    label: '起点',
    rung: 2,
    parents: ['majorLevel'],
    role: 'page',
    measure: '个',
    listed: ['entry', 'years', 'weeksPerSemester', 'hoursPerWeek'],
    initial: { weeksPerSemester: usualWeeks, hoursPerWeek: usualWeeklyHours },
    fields: {
      entry: choice('生源', 'entry', {
        options: ['juniorHigh', 'seniorHigh', 'intermediateGraduate'],
        words: ['初中毕业生', '高中毕业生', '中级工毕业生'],
      }),
      years: count('学制（年）', 'years'),
      /** null = 20. */
      weeksPerSemester: count('每学期教学周数', 'weeks'),
      /** null = 30. */
      hoursPerWeek: count('每周学时', 'perwk'),
    },
  },
  courseTermHours: {
    code: 'mch',
    label: '课程在某起点某学期的学时',
    rung: 2,
    parents: ['course'],
    role: 'cell',
    to: 'startPointId',
    shownAtEnd: true,
    fields: {
      startPointId: ref('起点', 'start', { kinds: ['startPoint'], onDelete: 'cascade' }),
      /** 1 = 第1学期. */
      term: place(count('学期', 'term')),
      hours: hours('学时', 'hours'),
      locked: flag('学时锁定', 'lock'),
    },
  },
} as const satisfies KindTable;
