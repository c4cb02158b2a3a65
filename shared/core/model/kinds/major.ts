import { choice, line, since, text } from '../field';
import type { KindTable } from './kind';

/** The major and its levels: what everything else hangs below. Part of `builtKinds`, see there. */
export const majorKinds = {
  major: {
    code: 'ma',
    label: '专业',
    rung: 1,
    parents: [null],
    role: 'page',
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
    role: 'page',
    measure: '个',
    described: '个层级',
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
} as const satisfies KindTable;
