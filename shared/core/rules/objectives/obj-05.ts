import { shortened } from '../../model/text';
import { lines } from '../example';
import { characterCount } from '../reading';
import { defineRule } from '../rule';

/** A verb alone has at most so many characters; longer pieces name things. */
const longestVerb = 4;

export const obj05 = defineRule({
  id: 'OBJ-05',
  pack: 'objectives',
  severity: 'hint',
  title: '一条课程目标一个主要动作，连着的动作不超过 3 个。',
  why: '一条里动作太多，考核时不知道哪一步没做到。',
  source: 'K',
  kinds: ['courseObjective'],
  check: ({ id, text }, { thresholds }) => {
    const count = actionsInRow(text);
    if (count <= thresholds.mostActions) return [];
    const message = `课程目标“${shortened(text)}”连着写了 ${count} 个动作，一条最好不超过 ${thresholds.mostActions} 个。请分成几条。`;
    return [{ record: id, field: 'text', message }];
  },
  examples: [
    { text: '一个动作', records: lines('courseObjective', ['能依据手册制订检修方案']), finds: [] },
    {
      text: '七个动作',
      records: lines('courseObjective', ['能接单、分析、拆装、检测、调试、交付、总结']),
      finds: [
        '课程目标“能接单、分析、拆装、检测、调试、交付、…”连着写了 7 个动作，一条最好不超过 3 个。请分成几条。',
      ],
    },
  ],
});

/** How many short pieces follow each other at the beginning, joined by 、. */
function actionsInRow(text: string): number {
  const [clause = ''] = text
    .trim()
    .replace(/^能够?/u, '')
    .split(/[，；。,;]/u);
  const pieces = clause.split('、');
  const longer = pieces.findIndex((piece) => characterCount(piece) > longestVerb);
  return longer < 0 ? pieces.length : longer === 0 ? 1 : longer + 1;
}
