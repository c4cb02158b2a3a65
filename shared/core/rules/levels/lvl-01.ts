import { editField } from '../../commands/edit-field';
import { choiceWord, levelWord, named } from '../../words/wording';
import { ofOption } from '../../model/field';
import { closest, findOf, type Project } from '../../model/project';
import { node } from '../example';
import { isBegun } from '../reading';
import { defineRule } from '../rule';

const fitting = {
  intermediate: 'procedural',
  advanced: 'process',
  preTechnician: 'design',
} as const;

export const lvl01 = defineRule({
  id: 'LVL-01',
  pack: 'levels',
  severity: 'warning',
  title: '任务性质与层级相符：中级程序性，高级过程性，预备技师设计性。',
  why: '层级越高，任务越开放：按规程做、自己诊断和解决、自己设计和改进。',
  source: 'S',
  kinds: ['typicalWorkTask'],
  check: (task, { project }) => {
    const level = closest(project, task.id, 'majorLevel');
    if (level === undefined || !isBegun(project, task)) return [];
    const wanted = ofOption<string>(fitting, level.level);
    if (wanted === undefined || task.taskNature === wanted) return [];
    const [has, fits] = [natureWord(task.taskNature), natureWord(wanted)];
    const message = `${named(project, task)}在${levelWord(level.level)}，却是${has}任务；${levelWord(level.level)}一般是${fits}任务。请改任务性质，或移到别的层级。`;
    return [{ record: task.id, field: 'taskNature', message, fixable: true }];
  },
  fix: (project, { record }, context) =>
    editField.run(
      project,
      { id: record, field: 'taskNature', value: fittingNature(project, record) },
      context,
    ),
  examples: [
    {
      text: '高级的过程性任务',
      records: [
        node('majorLevel', { level: 'advanced' }, [
          node('typicalWorkTask', {
            name: '发动机故障诊断',
            taskNature: 'process',
            description: '诊断',
          }),
        ]),
      ],
      finds: [],
    },
    {
      text: '中级的设计性任务',
      records: [
        node('majorLevel', { level: 'intermediate' }, [
          node('typicalWorkTask', { name: '汽车维护', taskNature: 'design', description: '维护' }),
        ]),
      ],
      finds: [
        '典型工作任务“汽车维护”在中级，却是设计性任务；中级一般是程序性任务。请改任务性质，或移到别的层级。',
      ],
    },
  ],
});

function natureWord(nature: string): string {
  return choiceWord('typicalWorkTask', 'taskNature', nature);
}

function fittingNature(project: Project, taskId: string): string {
  const task = findOf(project, 'typicalWorkTask', taskId);
  const level = closest(project, taskId, 'majorLevel');
  return level === undefined ? (task?.taskNature ?? '') : (ofOption(fitting, level.level) ?? '');
}
