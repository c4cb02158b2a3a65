import { shortened } from '../../model/text';
import { lines } from '../example';
import { isBlank } from '../reading';
import { defineRule } from '../rule';

export const obj01 = defineRule({
  id: 'OBJ-01',
  pack: 'objectives',
  severity: 'warning',
  title: '课程目标以“能”或“能够”开头。',
  why: '以“能”开头，后面自然写学生会做什么。',
  source: 'K',
  kinds: ['courseObjective'],
  check: ({ id, text }) => {
    if (isBlank(text) || /^\s*能/u.test(text)) return [];
    const message = `课程目标“${shortened(text)}”不是以“能”开头。请改成“能……”，写会做什么。`;
    return [{ record: id, field: 'text', message }];
  },
  examples: [
    {
      text: '能依据维修手册……',
      records: lines('courseObjective', ['能依据维修手册列出维护项目']),
      finds: [],
    },
    {
      text: '掌握……',
      records: lines('courseObjective', ['掌握维修手册的使用']),
      finds: ['课程目标“掌握维修手册的使用”不是以“能”开头。请改成“能……”，写会做什么。'],
    },
  ],
});
