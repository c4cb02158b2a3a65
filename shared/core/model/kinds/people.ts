import { choice, line } from '../field';
import type { KindTable } from './kind';

/** Who takes part; names for the papers, no more. Part of `builtKinds`, see there. */
export const peopleKinds = {
  person: {
    code: 'ps',
    label: '人员',
    rung: 2,
    parents: ['major'],
    role: 'row',
    measure: '名',
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
  /** An enterprise that takes part (产教融合、校企双制). */
  partner: {
    code: 'pt',
    label: '合作企业',
    rung: 3,
    parents: ['major'],
    role: 'row',
    measure: '家',
    fields: {
      name: line('企业名称', 'name'),
      contact: line('联系人', 'cont'),
      contribution: line('参与的工作', 'contr'),
      tasks: line('提供的典型工作任务', 'tasks'),
    },
  },
} as const satisfies KindTable;
