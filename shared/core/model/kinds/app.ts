import { choice, date, formerly, line, ref, since, text } from '../field';
import { contentKinds } from './content';
import type { KindTable } from './kind';

/**
 * What the app notes beside the content: opinions kept, states kept, papers kept. A finding may be about all
 * that is content. Part of `builtKinds`, see there.
 */
export const appKinds = {
  waiver: {
    code: 'wv',
    label: '保留意见',
    rung: 2,
    parents: ['major'],
    role: 'own',
    fields: {
      ruleId: line('规则', 'rule'),
      recordId: ref('位置', 'record', { kinds: Object.keys(contentKinds), onDelete: 'cascade' }),
      /** Name of the field in this file; '' = the record as a whole. */
      field: line('栏目', 'field'),
      reason: text('理由', 'reason'),
      /** Of what was waived; the waiver lapses when it differs. */
      fingerprint: line('判定依据', 'print'),
    },
  },
  baseline: {
    code: 'bl',
    label: '存档版本',
    rung: 2,
    parents: ['major'],
    role: 'own',
    frozen: true,
    fields: {
      name: line('名称', 'name'),
      stage: choice('阶段', 'stage', {
        options: ['discussion', 'submitted', 'final'],
        words: ['讨论稿', '送审稿', '定稿'],
      }),
      date: date('日期', 'date'),
      note: text('说明', 'note'),
      projectHash: line('稿子指纹', 'hash'),
    },
  },
  keptExport: {
    code: 'ke',
    label: '留存的导出',
    rung: 2,
    parents: ['baseline'],
    role: 'own',
    frozen: true,
    fields: {
      paper: line('文件种类', 'paper'),
      layout: line('版式', 'layout'),
      /** What the paper is about; null in older files = the whole major. */
      subjectId: since(
        3,
        formerly(
          'courseId',
          ref('内容', 'subj', { kinds: Object.keys(contentKinds), onDelete: 'clear' }),
        ),
      ),
      fileName: line('文件名', 'file'),
      sha256: line('文件指纹', 'sha'),
    },
  },
} as const satisfies KindTable;
