import { choice, count, flag, hours, items, line, percent, ref, since, stamp, text } from './field';
import { governanceKinds } from './governance-kinds';
import { majorKinds } from './major-kinds';

/**
 * Every kind of record the product is made of, in one place. `rung` is the step of the schema ladder
 * at which the kind came in; kinds with rung null are named so that their words and id codes are
 * taken, and are not stored yet. `parents`: null = stands at the top of the project.
 * Codes and field codes are append-only (bookmarks in papers already handed in carry them).
 * Source of the fields: domain model (专业课程标准, 体例 2 and 4).
 */
export const builtKinds = {
  major: {
    code: 'ma',
    label: '专业',
    rung: 1,
    parents: [null],
    fields: {
      name: line('专业名称', 'name'),
      baseCode: line('专业代码', 'bcode'),
      category: line('专业大类', 'cat'),
      school: line('学校', 'school'),
      issuer: since(2, line('发布单位', 'issuer')),
      issueDate: since(2, line('发布日期', 'idate')),
      foreword: since(2, text('说明', 'fore')),
      overallGoal: since(2, text('总体培养目标', 'goal')),
      trainingSystem: since(2, text('培养体制', 'tsys')),
      staffAdvice: since(2, text('师资队伍', 'staff')),
      venueAdvice: since(2, text('场地设备', 'venue')),
      resourceAdvice: since(2, text('教学资源', 'resrc')),
      managementAdvice: since(2, text('教学管理制度', 'manag')),
      comprehensiveEvaluation: since(2, text('综合职业能力评价', 'evcomp')),
      skillEvaluation: since(2, text('职业技能评价', 'evskil')),
      graduateEvaluation: since(2, text('毕业生就业质量分析', 'evgrad')),
      /** 课程设置方案, chapters 一 and 二. */
      offeringScope: since(2, text('适用范围', 'oscope')),
      offeringCategories: since(2, text('课程类别说明', 'ocat')),
      offeringHours: since(2, text('学时要求', 'ohours')),
    },
  },
  majorLevel: {
    code: 'ml',
    label: '培养层级',
    rung: 1,
    parents: ['major'],
    fields: {
      level: choice('层级', 'level', {
        options: ['intermediate', 'advanced', 'preTechnician'],
        words: ['中级', '高级', '预备技师（技师）'],
      }),
      majorCode: line('专业编码', 'mcode'),
      employmentDirection: since(2, text('就业方向', 'emp')),
      goal: since(2, text('培养目标', 'goal')),
      operationMode: since(2, text('运行机制', 'opmode')),
    },
  },
  typicalWorkTask: {
    code: 'wt',
    label: '典型工作任务',
    rung: 1,
    parents: ['majorLevel'],
    fields: {
      name: line('典型工作任务名称', 'name'),
      taskNature: choice('任务性质', 'nature', {
        options: ['procedural', 'process', 'design'],
        words: ['程序性', '过程性', '设计性'],
      }),
      description: text('典型工作任务描述', 'desc'),
      tools: items('工具', 'tools'),
      materials: items('材料', 'mater'),
      equipment: items('设备', 'equip'),
      documents: items('资料', 'docs'),
      workMethods: items('工作方法', 'method'),
      workOrganization: text('劳动组织方式', 'org'),
      finished: since(2, flag('已完成', 'done')),
    },
  },
  workObject: {
    code: 'wo',
    label: '工作对象',
    rung: 1,
    parents: ['typicalWorkTask'],
    fields: { text: line('工作对象', 'text') },
  },
  workRequirement: {
    code: 'wr',
    label: '工作要求',
    rung: 1,
    parents: ['typicalWorkTask'],
    fields: { text: line('工作要求', 'text') },
  },
  competenceRequirement: {
    code: 'cr',
    label: '职业能力要求',
    rung: 1,
    parents: ['typicalWorkTask'],
    fields: { text: line('职业能力要求', 'text') },
  },
  course: {
    code: 'co',
    label: '课程',
    rung: 1,
    parents: ['majorLevel'],
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
    fields: { name: line('工作环节', 'name') },
  },
  courseObjective: {
    code: 'ob',
    label: '课程目标',
    rung: 1,
    parents: ['course'],
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
    fields: {
      text: line('学习内容', 'text'),
      contentKind: choice('内容类别', 'kind', {
        options: ['practical', 'theoretical', 'general', 'quality', 'ideological'],
        words: ['实践知识', '理论知识', '通用能力', '职业素养', '思政素养'],
      }),
      stageId: ref('工作环节', 'stage', { kinds: ['courseStage'], onDelete: 'clear' }),
    },
  },
  learningTask: {
    code: 'lt',
    label: '学习任务',
    rung: 1,
    parents: ['course'],
    fields: {
      name: line('学习任务名称', 'name'),
      description: text('学习任务描述', 'desc'),
      standardHours: hours('参考学时', 'hours'),
      hoursLocked: flag('参考学时锁定', 'hlock'),
      finished: since(2, flag('已完成', 'done')),
    },
  },
  teachingAdvice: {
    code: 'ta',
    label: '教学实施建议',
    rung: 1,
    parents: ['course'],
    fields: {
      staff: text('师资要求', 'staff'),
      organisationMethods: text('教学组织方式方法建议', 'orgm'),
      venue: text('教学场地', 'venue'),
      toolsPerGroup: text('工具、材料、设备', 'tools'),
      documents: text('教学资料', 'docs'),
      management: text('教学管理制度', 'manag'),
    },
  },
  courseAssessment: {
    code: 'ca',
    label: '课程考核方案',
    rung: 1,
    parents: ['course'],
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
    fields: { text: line('任务要求', 'text') },
  },
  assessmentPoint: {
    code: 'ap',
    label: '考核要点',
    rung: 1,
    parents: ['courseObjective'],
    fields: {
      text: line('考核要点', 'text'),
      /** null = 终结性考核. */
      learningTaskId: ref('学习任务', 'task', { kinds: ['learningTask'], onDelete: 'cascade' }),
      stageId: ref('工作环节', 'stage', { kinds: ['courseStage'], onDelete: 'clear' }),
      stamp: stamp('判定依据', 'stamp'),
    },
  },
  courseTask: {
    code: 'mct',
    label: '课程与典型工作任务的对应',
    rung: 1,
    parents: ['course'],
    fields: {
      typicalWorkTaskId: ref('典型工作任务', 'twt', {
        kinds: ['typicalWorkTask'],
        onDelete: 'cascade',
      }),
      note: line('说明', 'note'),
      stamp: stamp('判定依据', 'stamp'),
    },
  },
  objectiveTask: {
    code: 'mot',
    label: '课程目标与学习任务的对应',
    rung: 1,
    parents: ['courseObjective'],
    fields: {
      learningTaskId: ref('学习任务', 'task', { kinds: ['learningTask'], onDelete: 'cascade' }),
      strength: choice('程度', 'stren', {
        options: ['introduce', 'practise', 'achieve'],
        words: ['引入', '训练', '达标'],
      }),
      /** null = its largest-remainder share of the task's hours. */
      hours: hours('学时', 'hours'),
      note: line('说明', 'note'),
      stamp: stamp('判定依据', 'stamp'),
    },
  },
  objectiveRequirement: {
    code: 'mor',
    label: '课程目标与职业能力要求的对应',
    rung: 1,
    parents: ['courseObjective'],
    fields: {
      competenceRequirementId: ref('职业能力要求', 'creq', {
        kinds: ['competenceRequirement'],
        onDelete: 'cascade',
      }),
      strength: choice('程度', 'stren', {
        options: ['partial', 'full'],
        words: ['部分支撑', '完全支撑'],
      }),
      note: line('说明', 'note'),
      stamp: stamp('判定依据', 'stamp'),
    },
  },
  taskShare: {
    code: 'mts',
    label: '学习任务在过程性考核中的占比',
    rung: 1,
    parents: ['courseAssessment'],
    fields: {
      learningTaskId: ref('学习任务', 'task', { kinds: ['learningTask'], onDelete: 'cascade' }),
      percent: percent('占比', 'pct'),
      locked: flag('占比锁定', 'lock'),
    },
  },
  ...majorKinds,
  ...governanceKinds,
} as const;
