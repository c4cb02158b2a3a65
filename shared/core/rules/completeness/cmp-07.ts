import { named } from '../../words/wording';
import type { Project } from '../../model/project';
import type { RecordOf } from '../../model/record';
import { node } from '../example';
import { writtenItems } from '../reading';
import { defineRule, type RequiredPlace } from '../rule';

export const cmp07 = defineRule({
  id: 'CMP-07',
  pack: 'completeness',
  severity: 'warning',
  title: '工具、材料、设备、资料四类都列了。',
  why: '四类分开列，备课、配实训室和编工作页时才用得上；确实没有的一类，保留并写明理由。',
  source: 'K',
  kinds: ['typicalWorkTask'],
  // While all four are empty the whole column is missing, which CMP-03 says.
  isBegun: (task) => kindsOf(task).some(([, , filled]) => filled),
  places: (task, { project }) => placesOf(project, task),
  examples: [
    {
      text: '四类分列',
      records: [
        node('typicalWorkTask', {
          name: '汽车维护',
          tools: ['扭力扳手'],
          materials: ['机油'],
          equipment: ['举升机'],
          documents: ['维修手册'],
        }),
      ],
      finds: [],
    },
    {
      text: '只有工具',
      records: [node('typicalWorkTask', { name: '汽车维护', tools: ['万用表'] })],
      finds: [
        '典型工作任务“汽车维护”没有列材料。',
        '典型工作任务“汽车维护”没有列设备。',
        '典型工作任务“汽车维护”没有列资料。',
      ],
    },
  ],
});

function kindsOf(task: RecordOf<'typicalWorkTask'>) {
  return [
    ['tools', '工具', writtenItems(task.tools).length > 0],
    ['materials', '材料', writtenItems(task.materials).length > 0],
    ['equipment', '设备', writtenItems(task.equipment).length > 0],
    ['documents', '资料', writtenItems(task.documents).length > 0],
  ] as const;
}

function placesOf(project: Project, task: RecordOf<'typicalWorkTask'>): readonly RequiredPlace[] {
  return kindsOf(task).map(([field, label, filled]) => {
    const message = `${named(project, task)}没有列${label}。`;
    return { record: task.id, field, filled, message };
  });
}
