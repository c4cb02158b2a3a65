import { flag, hours, line, since, text } from '../field';
import type { KindTable } from './kind';

/** What is taught how (体例 4 and what comes below a learning task). Part of `builtKinds`, see there. */
export const teachingKinds = {
  learningTask: {
    code: 'lt',
    label: '学习任务',
    rung: 1,
    parents: ['course'],
    role: 'page',
    measure: '个',
    described: '个学习任务',
    listed: ['name', 'description', 'standardHours', 'hoursLocked'],
    judgedBy: { fields: ['name', 'description'] },
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
    role: 'singleton',
    fields: {
      staff: text('师资要求', 'staff'),
      organisationMethods: text('教学组织方式方法建议', 'orgm'),
      venue: text('教学场地', 'venue'),
      toolsPerGroup: text('工具、材料、设备', 'tools'),
      documents: text('教学资料', 'docs'),
      management: text('教学管理制度', 'manag'),
    },
  },
} as const satisfies KindTable;
