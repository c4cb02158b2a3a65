import { named } from '../../words/wording';
import { hasOwnCommand } from '../../model/family';
import { kindNames, kindSpec } from '../../model/record';
import { textsOf, type WrittenText } from '../../model/written-texts';
import { node } from '../example';
import { defineRule, type Problem, type RuleContext } from '../rule';

export const cmp19 = defineRule({
  id: 'CMP-19',
  pack: 'completeness',
  severity: 'error',
  title: '没有留下占位的字（××、待定、请输入……）。',
  why: '占位的字印进送审稿，专家第一眼就看见。',
  source: 'K',
  kinds: kindNames.filter((kind) => !hasOwnCommand(kind)),
  check: (record, context) => [...textsOf(record)].flatMap((text) => problemsIn(text, context)),
  examples: [
    {
      text: '写了真名',
      records: [node('major', { name: '汽车维修', school: '示范技师学院' })],
      finds: [],
    },
    {
      text: '专业名称没改',
      records: [node('major', { name: 'XXX专业' })],
      finds: ['专业“XXX专业”的专业名称里还有占位的“XX”，请换成真的内容。'],
    },
    {
      text: '清单里有待定的一条',
      records: [node('typicalWorkTask', { name: '汽车维护', tools: ['扳手', '待定'] })],
      finds: ['典型工作任务“汽车维护”的工具里还有占位的“待定”，请换成真的内容。'],
    },
  ],
});

function problemsIn(
  { record, place, label, text }: WrittenText,
  { project, thresholds }: RuleContext,
): readonly Problem[] {
  if (text === '') return [];
  const upper = text.toUpperCase();
  const found = thresholds.placeholders.find((word) => upper.includes(word));
  if (found === undefined) return [];
  const own = named(project, record);
  const whose = kindSpec(record.kind).label === label ? own : `${own}的${label}`;
  const message = `${whose}里还有占位的“${found}”，请换成真的内容。`;
  return [{ ...place, message }];
}
