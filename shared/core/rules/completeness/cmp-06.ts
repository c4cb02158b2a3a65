import { named } from '../../words/wording';
import { builtKinds } from '../../model/kinds';
import type { RecordOf } from '../../model/record';
import { lines, node } from '../example';
import { writtenLines } from '../reading';
import { defineRule, type Problem, type RuleContext } from '../rule';

export const cmp06 = defineRule({
  id: 'CMP-06',
  pack: 'completeness',
  severity: 'warning',
  title: '工作对象、工作要求各有 4～12 条，职业能力要求有 3～7 条。',
  why: '工作对象沿工作过程一条一条写，工作要求与它对照；条数太少，说明过程没有展开。',
  source: 'K',
  kinds: ['typicalWorkTask'],
  check: (task, context) => [
    ...countProblem(task, 'workObject', context),
    ...countProblem(task, 'workRequirement', context),
    ...countProblem(task, 'competenceRequirement', context),
  ],
  examples: [
    {
      text: '各 4 条',
      records: [
        node('typicalWorkTask', { name: '汽车维护' }, [
          ...lines('workObject', ['接单', '备料', '维护', '交车']),
          ...lines('workRequirement', ['准确', '齐全', '规范', '及时']),
        ]),
      ],
      finds: [],
    },
    {
      text: '工作对象只有 1 条',
      records: [node('typicalWorkTask', { name: '汽车维护' }, lines('workObject', ['汽车']))],
      finds: ['典型工作任务“汽车维护”的工作对象只有 1 条，一般 4～12 条，再补 3 条以上。'],
    },
  ],
});

const ranges = {
  workObject: 'workObjects',
  workRequirement: 'workRequirements',
  competenceRequirement: 'competenceRequirements',
} as const;

function countProblem(
  task: RecordOf<'typicalWorkTask'>,
  kind: keyof typeof ranges,
  { project, thresholds }: RuleContext,
): readonly Problem[] {
  const { least, most } = thresholds[ranges[kind]];
  const count = writtenLines(project, task.id, kind).length;
  if (count === 0 || (count >= least && count <= most)) return [];
  const whose = `${named(project, task)}的${builtKinds[kind].label}`;
  const message =
    count < least
      ? `${whose}只有 ${count} 条，一般 ${least}～${most} 条，再补 ${least - count} 条以上。`
      : `${whose}有 ${count} 条，一般 ${least}～${most} 条，可以合并相近的几条。`;
  return [{ record: task.id, missing: kind, message }];
}
