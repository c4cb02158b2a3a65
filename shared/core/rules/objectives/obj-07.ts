import { shortened } from '../../model/text';
import { lines } from '../example';
import { characterCount } from '../reading';
import { defineRule } from '../rule';

export const obj07 = defineRule({
  id: 'OBJ-07',
  pack: 'objectives',
  severity: 'hint',
  title: '课程目标一般 15～120 字。',
  why: '太短写不下条件和标准，太长就该分成两条。',
  source: 'K',
  kinds: ['courseObjective'],
  check: ({ id, text }, { thresholds }) => {
    const count = characterCount(text);
    const { least, most } = thresholds.objectiveCharacters;
    if (count === 0 || (count >= least && count <= most)) return [];
    const way = count < least ? '补上依据和做到什么程度。' : '分成两条。';
    const message = `课程目标“${shortened(text)}”有 ${count} 字，一般 ${least}～${most} 字。${way}`;
    return [{ record: id, field: 'text', message }];
  },
  examples: [
    {
      text: '18 字',
      records: lines('courseObjective', ['能依据维修手册完成换油，加注量符合规定']),
      finds: [],
    },
    {
      text: '6 字',
      records: lines('courseObjective', ['能更换机油。']),
      finds: ['课程目标“能更换机油。”有 6 字，一般 15～120 字。补上依据和做到什么程度。'],
    },
  ],
});
