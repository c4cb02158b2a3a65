import { builtKinds } from '../../model/kinds';
import { node } from '../example';
import { isBlank } from '../reading';
import { defineRule } from '../rule';

const fields = [
  'trainingSystem',
  'staffAdvice',
  'venueAdvice',
  'resourceAdvice',
  'managementAdvice',
  'comprehensiveEvaluation',
  'skillEvaluation',
  'graduateEvaluation',
] as const;

export const cmp15 = defineRule({
  id: 'CMP-15',
  pack: 'completeness',
  severity: 'warning',
  title: '培养体制、实施建议（师资、场地、资源、制度）和考核与评价三项都写了。',
  why: '这几章说明拿什么来培养、怎样知道培养得好不好，缺一项就不完整。',
  source: 'K',
  kinds: ['major'],
  isBegun: (major) => fields.some((field) => !isBlank(major[field])),
  places: (major) =>
    fields.map((field) => {
      const message = `专业课程标准还没有写${builtKinds.major.fields[field].label}。`;
      return { record: major.id, field, filled: !isBlank(major[field]), message };
    }),
  examples: [
    {
      text: '各部分都写了',
      records: [
        node('major', {
          name: '汽车维修',
          ...Object.fromEntries(fields.map((field) => [field, '已写'])),
        }),
      ],
      finds: [],
    },
    {
      text: '缺管理制度',
      records: [
        node('major', {
          name: '汽车维修',
          ...Object.fromEntries(fields.map((field) => [field, '已写'])),
          managementAdvice: '',
        }),
      ],
      finds: ['专业课程标准还没有写教学管理制度。'],
    },
  ],
});
