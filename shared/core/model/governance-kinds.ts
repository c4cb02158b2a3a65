import { choice, line, ref, text } from './field';

/** Kinds a finding of a rule may be about. */
const waivable = [
  'major',
  'majorLevel',
  'qualification',
  'startPoint',
  'typicalWorkTask',
  'workObject',
  'workRequirement',
  'competenceRequirement',
  'course',
  'courseTermHours',
  'courseStage',
  'courseObjective',
  'learningContent',
  'learningTask',
  'teachingAdvice',
  'courseAssessment',
  'finalAssessment',
  'taskRequirement',
  'assessmentPoint',
  'courseTask',
  'objectiveTask',
  'objectiveRequirement',
  'taskShare',
  'person',
  'approvalLine',
  'revisionLine',
  'glossaryTerm',
  'occupationLink',
] as const;

/** Who wrote, judged and approved what, and in which words; part of `builtKinds`, see there. */
export const governanceKinds = {
  approvalLine: {
    code: 'al',
    label: '审批',
    rung: 2,
    parents: ['major'],
    fields: {
      step: choice('环节', 'step', {
        options: ['prepare', 'review', 'approve'],
        words: ['编制', '审核', '批准'],
      }),
      name: line('签名', 'name'),
      date: line('日期', 'date'),
    },
  },
  revisionLine: {
    code: 'rl',
    label: '修订记录',
    rung: 2,
    parents: ['major'],
    fields: {
      version: line('版本', 'ver'),
      /** YYYY-MM-DD. */
      date: line('日期', 'date'),
      change: line('修订内容', 'change'),
      by: line('修订人', 'by'),
    },
  },
  glossaryTerm: {
    code: 'gt',
    label: '术语',
    rung: 2,
    parents: ['major'],
    fields: {
      /** An id of `templates/terms.json`. */
      termId: line('术语编号', 'term'),
      label: line('本校用语', 'label'),
    },
  },
  waiver: {
    code: 'wv',
    label: '保留意见',
    rung: 2,
    parents: ['major'],
    fields: {
      ruleId: line('规则', 'rule'),
      recordId: ref('位置', 'record', { kinds: waivable, onDelete: 'cascade' }),
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
    fields: {
      name: line('名称', 'name'),
      stage: choice('阶段', 'stage', {
        options: ['discussion', 'submitted', 'final'],
        words: ['讨论稿', '送审稿', '定稿'],
      }),
      /** YYYY-MM-DD. */
      date: line('日期', 'date'),
      note: text('说明', 'note'),
      projectHash: line('稿子指纹', 'hash'),
    },
  },
  keptExport: {
    code: 'ke',
    label: '留存的导出',
    rung: 2,
    parents: ['baseline'],
    fields: {
      paper: line('文件种类', 'paper'),
      layout: line('版式', 'layout'),
      /** null = a paper of the whole major. */
      courseId: ref('课程', 'course', { kinds: ['course'], onDelete: 'clear' }),
      fileName: line('文件名', 'file'),
      sha256: line('文件指纹', 'sha'),
    },
  },
} as const;
