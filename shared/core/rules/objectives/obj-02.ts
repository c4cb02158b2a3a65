import { shortened } from '../../model/text';
import { lines } from '../example';
import { hasWord, isBlank } from '../reading';
import { defineRule } from '../rule';

export const obj02 = defineRule({
  id: 'OBJ-02',
  pack: 'objectives',
  severity: 'hint',
  title: '课程目标写出条件或依据：根据、按照、使用、在……指导下。',
  why: '能 + 条件 + 行为 + 标准，四样写全，别人才知道怎么教、怎么考。',
  source: 'K',
  kinds: ['courseObjective'],
  check: ({ id, text, condition }, { thresholds }) => {
    if (isBlank(text) || !isBlank(condition) || hasWord(text, thresholds.conditionWords)) return [];
    const message = `课程目标“${shortened(text)}”没写条件或依据。加上“根据……”“按照……”或“使用……”。`;
    return [{ record: id, field: 'text', message }];
  },
  examples: [
    {
      text: '按照工艺文件',
      records: lines('courseObjective', ['能按照工艺文件完成配电箱接线']),
      finds: [],
    },
    {
      text: '没有依据',
      records: lines('courseObjective', ['能接线']),
      finds: ['课程目标“能接线”没写条件或依据。加上“根据……”“按照……”或“使用……”。'],
    },
  ],
});
