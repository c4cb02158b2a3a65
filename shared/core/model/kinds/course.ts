import { choice, flag, hours, line, note, ref, since, stamp, text } from '../field';
import type { KindTable } from './kind';

/** Courses, what they aim at and what they teach. Part of `builtKinds`, see there. */
export const courseKinds = {
  course: {
    code: 'co',
    label: '课程',
    rung: 1,
    parents: ['majorLevel'],
    role: 'page',
    measure: '门',
    described: '门课程',
    listed: ['name', 'standardHours'],
    judgedBy: { fields: ['name'] },
    fields: {
      courseKind: choice('课程类别', 'kind', {
        options: ['integrated', 'public', 'foundation', 'elective'],
        words: ['工学一体化课程', '公共基础课程', '专业基础课程', '选修课程'],
      }),
      name: line('课程名称', 'name'),
      standardHours: hours('基准学时', 'hours'),
      hoursLocked: flag('基准学时锁定', 'hlock'),
      objectivesIntro: text('课程目标引语', 'obint'),
      contentsIntro: text('学习内容引语', 'lcint'),
      ownerId: since(2, ref('任课教师', 'owner', { kinds: ['person'], onDelete: 'clear' })),
      finished: since(2, flag('已完成', 'done')),
    },
  },
  courseStage: {
    code: 'cs',
    label: '工作环节',
    rung: 1,
    parents: ['course'],
    role: 'line',
    line: 'name',
    measure: '个',
    fields: { name: line('工作环节', 'name') },
  },
  courseObjective: {
    code: 'ob',
    label: '课程目标',
    rung: 1,
    parents: ['course'],
    role: 'line',
    line: 'text',
    judgedBy: { fields: ['text'] },
    fields: {
      text: line('课程目标', 'text'),
      isCore: flag('核心目标', 'core'),
      stageId: ref('工作环节', 'stage', { kinds: ['courseStage'], onDelete: 'clear' }),
      condition: since(2, line('条件', 'cond')),
      behaviour: since(2, line('行为', 'behav')),
      standard: since(2, line('标准', 'stand')),
    },
  },
  learningContent: {
    code: 'lc',
    label: '学习内容',
    rung: 1,
    parents: ['course'],
    role: 'line',
    line: 'text',
    parted: ['contentKind', 'stageId'],
    fields: {
      text: line('学习内容', 'text'),
      contentKind: choice('内容类别', 'kind', {
        options: ['practical', 'theoretical', 'general', 'quality', 'ideological'],
        words: ['实践知识', '理论知识', '通用能力', '职业素养', '思政素养'],
      }),
      stageId: ref('工作环节', 'stage', { kinds: ['courseStage'], onDelete: 'clear' }),
    },
  },
} as const satisfies KindTable;

/** What a course and its objectives are mapped to; read after all that is written below a course. */
export const courseMappings = {
  courseTask: {
    code: 'mct',
    label: '课程与典型工作任务的对应',
    rung: 1,
    parents: ['course'],
    role: 'mapping',
    to: 'typicalWorkTaskId',
    judged: true,
    outlined: true,
    fields: {
      typicalWorkTaskId: ref('典型工作任务', 'twt', {
        kinds: ['typicalWorkTask'],
        onDelete: 'cascade',
      }),
      note: note('说明', 'note'),
      stamp: stamp('判定依据', 'stamp'),
    },
  },
  objectiveTask: {
    code: 'mot',
    label: '课程目标与学习任务的对应',
    rung: 1,
    parents: ['courseObjective'],
    role: 'mapping',
    to: 'learningTaskId',
    judged: true,
    initial: { strength: 'practise' },
    fields: {
      learningTaskId: ref('学习任务', 'task', { kinds: ['learningTask'], onDelete: 'cascade' }),
      strength: choice('程度', 'stren', {
        options: ['introduce', 'practise', 'achieve'],
        words: ['引入', '训练', '达标'],
      }),
      /** null = its largest-remainder share of the task's hours. */
      hours: hours('学时', 'hours'),
      note: note('说明', 'note'),
      stamp: stamp('判定依据', 'stamp'),
    },
  },
  objectiveRequirement: {
    code: 'mor',
    label: '课程目标与职业能力要求的对应',
    rung: 1,
    parents: ['courseObjective'],
    role: 'mapping',
    to: 'competenceRequirementId',
    judged: true,
    initial: { strength: 'full' },
    fields: {
      competenceRequirementId: ref('职业能力要求', 'creq', {
        kinds: ['competenceRequirement'],
        onDelete: 'cascade',
      }),
      strength: choice('程度', 'stren', {
        options: ['partial', 'full'],
        words: ['部分支撑', '完全支撑'],
      }),
      note: note('说明', 'note'),
      stamp: stamp('判定依据', 'stamp'),
    },
  },
} as const satisfies KindTable;
