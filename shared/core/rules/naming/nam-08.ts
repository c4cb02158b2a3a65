import { named } from '../../words/wording';
import { node } from '../example';
import { defineRule } from '../rule';

export const nam08 = defineRule({
  id: 'NAM-08',
  pack: 'naming',
  severity: 'warning',
  title: '名称里没有学生、能、掌握、了解、学会。',
  why: '名称写工作本身；学生会做什么写在课程目标里。',
  source: 'K',
  kinds: ['typicalWorkTask', 'course', 'learningTask'],
  check: (record, { project, thresholds }) => {
    const begins = /^能(?![源量耗效])/u.test(record.name.trim()) ? '能' : undefined;
    const word = begins ?? thresholds.pupilWords.find((pupil) => record.name.includes(pupil));
    if (word === undefined) return [];
    const message = `${named(project, record)}里有“${word}”，像一条目标。名称只写工作，如“网店日常运营”。`;
    return [{ record: record.id, field: 'name', message }];
  },
  examples: [
    { text: '网店日常运营', records: [node('course', { name: '网店日常运营' })], finds: [] },
    {
      text: '学会网店运营',
      records: [node('course', { name: '学会网店运营' })],
      finds: ['课程“学会网店运营”里有“学会”，像一条目标。名称只写工作，如“网店日常运营”。'],
    },
  ],
});
