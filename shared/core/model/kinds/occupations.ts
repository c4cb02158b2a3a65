import { choice, line } from '../field';
import type { KindTable } from './kind';

/** The occupations a major is for and the qualifications it leads to. Part of `builtKinds`, see there. */
export const occupationsKinds = {
  qualification: {
    code: 'qf',
    label: '职业资格或职业技能等级',
    rung: 2,
    parents: ['majorLevel'],
    role: 'row',
    byLevel: {
      skillLevel: { intermediate: 'fourth', advanced: 'third', preTechnician: 'second' },
    },
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
  occupationLink: {
    code: 'ol',
    label: '对应职业',
    rung: 2,
    parents: ['major'],
    role: 'row',
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
} as const satisfies KindTable;
