import { named } from '../../words/wording';
import { placeNamed } from '../../model/place';
import type { Project } from '../../model/project';
import type { RecordOf } from '../../model/record';
import { lines, node } from '../example';
import { isBegun, isBlank, writtenItems, writtenLines } from '../reading';
import { defineRule, type RequiredPlace } from '../rule';

const fullTask = {
  name: '汽车维护',
  description: '维修技师从车间主管处领取派工单，按规程完成维护，交检验员验收。',
  tools: ['扭力扳手'],
  workMethods: ['资料查阅法'],
  workOrganization: '独立或两人配合',
} as const;

export const cmp03 = defineRule({
  id: 'CMP-03',
  pack: 'completeness',
  severity: 'error',
  title: '每个典型工作任务有名称、任务描述、五栏工作内容分析和职业能力要求。',
  why: '五栏（工作对象、工具材料设备与资料、工作方法、劳动组织方式、工作要求）是课程目标和学习内容的出处，缺一栏，后面就没有依据。',
  source: 'K',
  kinds: ['typicalWorkTask'],
  isBegun: (task, { project }) => isBegun(project, task),
  places: (task, { project }) => placesOf(project, task),
  // The four kinds in this column are places of CMP-07; here it matters that all are missing.
  check: (task, { project }) => {
    const listed = [task.tools, task.materials, task.equipment, task.documents];
    const isMissing = listed.every((items) => writtenItems(items).length === 0);
    if (!isMissing || !isBegun(project, task)) return [];
    const message = `${named(project, task)}还没有写工具、材料、设备与资料。`;
    return [{ record: task.id, field: 'tools', message }];
  },
  examples: [
    {
      text: '各栏都写了',
      records: [
        node('typicalWorkTask', fullTask, [
          ...lines('workObject', ['派工单的识读']),
          ...lines('workRequirement', ['准确识读派工单']),
          ...lines('competenceRequirement', ['能识读派工单']),
        ]),
      ],
      finds: [],
    },
    {
      text: '只有名字，还没有动笔',
      records: [node('typicalWorkTask', { name: '汽车维护' })],
      finds: [],
    },
    {
      text: '缺劳动组织方式',
      records: [
        node('typicalWorkTask', { ...fullTask, workOrganization: '' }, [
          ...lines('workObject', ['派工单的识读']),
          ...lines('workRequirement', ['准确识读派工单']),
          ...lines('competenceRequirement', ['能识读派工单']),
        ]),
      ],
      finds: ['典型工作任务“汽车维护”还没有写劳动组织方式。'],
    },
  ],
});

function placesOf(project: Project, task: RecordOf<'typicalWorkTask'>): readonly RequiredPlace[] {
  const { id } = task;
  const parts = [
    ['name', '名称', !isBlank(task.name)],
    ['description', '任务描述', !isBlank(task.description)],
    ['workMethods', '工作方法', writtenItems(task.workMethods).length > 0],
    ['workOrganization', '劳动组织方式', !isBlank(task.workOrganization)],
    ['workObject', '工作对象', writtenLines(project, id, 'workObject').length > 0],
    ['workRequirement', '工作要求', writtenLines(project, id, 'workRequirement').length > 0],
    [
      'competenceRequirement',
      '职业能力要求',
      writtenLines(project, id, 'competenceRequirement').length > 0,
    ],
  ] as const;
  return parts.map(([field, label, filled]) => {
    const message = `${named(project, task)}还没有写${label}。`;
    return { ...placeNamed(id, field), filled, message };
  });
}
