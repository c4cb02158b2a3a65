import { choice, date, line, place } from '../field';
import type { KindTable } from './kind';

/** Who approved what, what was changed, and the words the school uses. Part of `builtKinds`, see there. */
export const governanceKinds = {
  approvalLine: {
    code: 'al',
    label: '审批',
    rung: 2,
    parents: ['major'],
    role: 'row',
    fields: {
      step: choice('环节', 'step', {
        options: ['prepare', 'review', 'approve'],
        words: ['编制', '审核', '批准'],
      }),
      name: line('签名', 'name'),
      date: date('日期', 'date'),
    },
  },
  revisionLine: {
    code: 'rl',
    label: '修订记录',
    rung: 2,
    parents: ['major'],
    role: 'row',
    fields: {
      version: line('版本', 'ver'),
      date: date('日期', 'date'),
      change: line('修订内容', 'change'),
      by: line('修订人', 'by'),
    },
  },
  glossaryTerm: {
    code: 'gt',
    label: '术语',
    rung: 2,
    parents: ['major'],
    role: 'row',
    fields: {
      /** An id of `templates/terms.json`. */
      termId: place(line('术语编号', 'term')),
      label: line('本校用语', 'label'),
    },
  },
} as const satisfies KindTable;
