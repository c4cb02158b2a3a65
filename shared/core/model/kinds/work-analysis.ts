import { choice, flag, items, line, since, text } from '../field';
import type { KindTable } from './kind';

/** What the work is and asks of a worker (工作分析). Part of `builtKinds`, see there. */
export const workAnalysisKinds = {
  typicalWorkTask: {
    code: 'wt',
    label: '典型工作任务',
    rung: 1,
    parents: ['majorLevel'],
    role: 'page',
    measure: '个',
    described: '个典型工作任务',
    listed: ['name'],
    judgedBy: { fields: ['name', 'description'], below: ['workObject', 'workRequirement'] },
    byLevel: {
      taskNature: { intermediate: 'procedural', advanced: 'process', preTechnician: 'design' },
    },
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
    role: 'line',
    line: 'text',
    fields: { text: line('工作对象', 'text') },
  },
  workRequirement: {
    code: 'wr',
    label: '工作要求',
    rung: 1,
    parents: ['typicalWorkTask'],
    role: 'line',
    line: 'text',
    fields: { text: line('工作要求', 'text') },
  },
  competenceRequirement: {
    code: 'cr',
    label: '职业能力要求',
    rung: 1,
    parents: ['typicalWorkTask'],
    role: 'line',
    line: 'text',
    judgedBy: { fields: ['text'] },
    fields: { text: line('职业能力要求', 'text') },
  },
} as const satisfies KindTable;
