import { shortened } from '../../model/text';
import { lines } from '../example';
import { defineRule } from '../rule';

export const obj04 = defineRule({
  id: 'OBJ-04',
  pack: 'objectives',
  severity: 'warning',
  title: '课程目标的主语是学生，不是教师（不写使学生、培养学生）。',
  why: '目标写学生会做什么，不写老师打算做什么。',
  source: 'K',
  kinds: ['courseObjective'],
  check: ({ id, text }, { thresholds }) => {
    const words = thresholds.teacherWords.find((word) => text.includes(word));
    if (words === undefined) return [];
    const message = `课程目标“${shortened(text)}”写成了老师做什么（“${words}”）。请改成学生“能……”。`;
    return [{ record: id, field: 'text', message }];
  },
  examples: [
    {
      text: '能与客户沟通',
      records: lines('courseObjective', ['能与客户沟通维护项目']),
      finds: [],
    },
    {
      text: '培养学生……',
      records: lines('courseObjective', ['培养学生的沟通能力']),
      finds: ['课程目标“培养学生的沟通能力”写成了老师做什么（“培养学生”）。请改成学生“能……”。'],
    },
  ],
});
