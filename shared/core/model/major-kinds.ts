import { choice, count, flag, hours, line, ref } from './field';

/** What a 专业课程标准 has besides tasks and courses; part of `builtKinds`, see there. */
export const majorKinds = {
  qualification: {
    code: 'qf',
    label: '职业资格或职业技能等级',
    rung: 2,
    parents: ['majorLevel'],
    fields: {
      name: line('职业（工种）或证书名称', 'name'),
      skillLevel: choice('职业技能等级', 'level', {
        options: ['fourth', 'third', 'second', 'fifth', 'first', 'none'],
        words: [
          '四级/中级工',
          '三级/高级工',
          '二级/技师',
          '五级/初级工',
          '一级/高级技师',
          '不分等级',
        ],
      }),
    },
  },
  startPoint: {
    code: 'sp',
    label: '起点',
    rung: 2,
    parents: ['majorLevel'],
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
    fields: {
      startPointId: ref('起点', 'start', { kinds: ['startPoint'], onDelete: 'cascade' }),
      /** 1 = 第1学期. */
      term: count('学期', 'term'),
      hours: hours('学时', 'hours'),
      locked: flag('学时锁定', 'lock'),
    },
  },
  person: {
    code: 'ps',
    label: '人员',
    rung: 2,
    parents: ['major'],
    fields: {
      name: line('姓名', 'name'),
      role: choice('角色', 'role', {
        options: ['drafter', 'reviewer', 'teacher', 'developer', 'other'],
        words: ['起草人', '审定人', '任课教师', '开发单位', '其他'],
      }),
      unit: line('单位', 'unit'),
      post: line('职务或职称', 'post'),
    },
  },
  occupationLink: {
    code: 'ol',
    label: '对应职业',
    rung: 2,
    parents: ['major'],
    fields: {
      edition: choice('分类大典版本', 'edit', {
        options: ['2022', '2015', 'custom'],
        words: ['2022年版', '2015年版', '自定'],
      }),
      code: line('职业编码', 'code'),
      name: line('职业名称', 'name'),
      relation: choice('对应关系', 'rel', {
        options: ['primary', 'related', 'family'],
        words: ['主要职业', '相关职业', '职业族'],
      }),
      note: line('说明', 'note'),
    },
  },
} as const;
