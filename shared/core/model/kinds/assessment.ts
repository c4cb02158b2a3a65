import { count, flag, items, line, percent, ref, stamp, text } from '../field';
import type { KindTable } from './kind';

/** How a course is assessed. Part of `builtKinds`, see there. */
export const assessmentKinds = {
  courseAssessment: {
    code: 'ca',
    label: '课程考核方案',
    rung: 1,
    parents: ['course'],
    role: 'singleton',
    outlined: true,
    fields: {
      opening: text('考核总述', 'open'),
      processWeight: percent('过程性考核权重', 'pw'),
      processLocked: flag('过程性考核权重锁定', 'plock'),
      finalWeight: percent('终结性考核权重', 'fw'),
      finalLocked: flag('终结性考核权重锁定', 'flock'),
      skillAssessment: text('技能考核', 'skill'),
      outcomeAssessment: text('学习成果考核', 'outc'),
      competenceObservation: text('通用能力观察', 'comp'),
    },
  },
  finalAssessment: {
    code: 'fa',
    label: '终结性考核',
    rung: 1,
    parents: ['courseAssessment'],
    role: 'singleton',
    fields: {
      explanation: text('考核说明', 'expl'),
      caseName: line('考核任务案例', 'case'),
      scenario: text('情境描述', 'scen'),
      references: items('参考资料', 'refs'),
      minutes: count('考核时间（分钟）', 'min'),
    },
  },
  taskRequirement: {
    code: 'tr',
    label: '任务要求',
    rung: 1,
    parents: ['finalAssessment'],
    role: 'line',
    line: 'text',
    fields: { text: line('任务要求', 'text') },
  },
  assessmentPoint: {
    code: 'ap',
    label: '考核要点',
    rung: 1,
    parents: ['courseObjective'],
    role: 'line',
    line: 'text',
    parted: ['learningTaskId', 'stageId'],
    to: 'learningTaskId',
    judged: true,
    fields: {
      text: line('考核要点', 'text'),
      /** null = 终结性考核. */
      learningTaskId: ref('学习任务', 'task', { kinds: ['learningTask'], onDelete: 'cascade' }),
      stageId: ref('工作环节', 'stage', { kinds: ['courseStage'], onDelete: 'clear' }),
      stamp: stamp('判定依据', 'stamp'),
    },
  },
  taskShare: {
    code: 'mts',
    label: '学习任务在过程性考核中的占比',
    rung: 1,
    parents: ['courseAssessment'],
    role: 'cell',
    to: 'learningTaskId',
    companion: true,
    fields: {
      learningTaskId: ref('学习任务', 'task', { kinds: ['learningTask'], onDelete: 'cascade' }),
      percent: percent('占比', 'pct'),
      locked: flag('占比锁定', 'lock'),
    },
  },
} as const satisfies KindTable;
