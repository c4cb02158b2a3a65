import { shortened } from '../../model/text';
import { lines } from '../example';
import { defineRule } from '../rule';

export const obj03 = defineRule({
  id: 'OBJ-03',
  pack: 'objectives',
  severity: 'warning',
  title: '课程目标的动词看得见，不用了解、理解、熟悉、掌握这样的词。',
  why: '“了解”没有动作，考核时没法看。',
  source: 'K',
  kinds: ['courseObjective'],
  check: ({ id, text }, { thresholds }) => {
    const found = text
      .split(/[，；、。,;]/u)
      .map((clause) => clause.trim().replace(/^(并|和|且|能够|能|初步|正确|熟练|基本|全面)+/u, ''))
      .flatMap((clause) => thresholds.unobservableWords.filter((verb) => clause.startsWith(verb)));
    const [verb] = found;
    if (verb === undefined) return [];
    const message = `课程目标“${shortened(text)}”用了“${verb}”，看不见也考不出。换成列出、绘制、检测这样的动作。`;
    return [{ record: id, field: 'text', message }];
  },
  examples: [
    {
      text: '能检测……',
      records: lines('courseObjective', ['能用万用表检测蓄电池电压']),
      finds: [],
    },
    {
      text: '了解欧姆定律',
      records: lines('courseObjective', ['能了解欧姆定律']),
      finds: [
        '课程目标“能了解欧姆定律”用了“了解”，看不见也考不出。换成列出、绘制、检测这样的动作。',
      ],
    },
  ],
});
