import { named } from '../../words/wording';
import type { RecordOf } from '../../model/record';
import { node } from '../example';
import { characterCount, hasWord } from '../reading';
import { defineRule, type RuleContext } from '../rule';

export const cmp11 = defineRule({
  id: 'CMP-11',
  pack: 'completeness',
  severity: 'hint',
  title: '学习任务描述有情境、要求、时限或验收，一般 100～400 字。',
  why: '学生读了描述，应当知道替谁做、做什么、多久交、怎么算合格。',
  source: 'K',
  kinds: ['learningTask'],
  check: (task, context) => {
    const count = characterCount(task.description);
    if (count === 0) return [];
    const { least, most } = context.thresholds.learningTaskCharacters;
    const place = { record: task.id, field: 'description' };
    const whose = `${named(context.project, task)}的描述`;
    const missing = missingParts(task, context);
    const length = count < least || count > most ? `有 ${count} 字，一般 ${least}～${most} 字` : '';
    const parts = missing.length > 0 ? `没看到${missing.join('、')}` : '';
    const words = [length, parts].filter((part) => part !== '').join('；');
    return words === '' ? [] : [{ ...place, message: `${whose}${words}。` }];
  },
  examples: [
    {
      text: '有客户、要求和时限',
      records: [
        node('learningTask', {
          name: '新车交付前检查',
          description: `某品牌 4S 店新到 3 台车，要求按厂家清单逐台检查，两小时内交前台验收。${'检查结果逐项填写在检查单上，由检验员签字确认。'.repeat(4)}`,
        }),
      ],
      finds: [],
    },
    {
      text: '一句话',
      records: [
        node('learningTask', { name: '新车交付前检查', description: '学习新车检查的方法。' }),
      ],
      finds: [
        '学习任务“新车交付前检查”的描述有 10 字，一般 100～400 字；没看到情境（客户、企业）、要求、时限或验收。',
      ],
    },
  ],
});

function missingParts(
  { description }: RecordOf<'learningTask'>,
  { thresholds }: RuleContext,
): readonly string[] {
  const parts = [
    ['情境（客户、企业）', thresholds.situationWords],
    ['要求', thresholds.demandWords],
    ['时限或验收', thresholds.timeWords],
  ] as const;
  return parts.filter(([, words]) => !hasWord(description, words)).map(([part]) => part);
}
