import { named } from '../../words/wording';
import { node } from '../example';
import { defineRule } from '../rule';

export const hrs12 = defineRule({
  id: 'HRS-12',
  pack: 'hours',
  severity: 'warning',
  title: '学时大于 0；学习任务的学时是 2 的倍数。',
  why: '课一般两节连排，单数学时排不成整次课；0 学时等于没有安排。',
  source: 'K',
  kinds: ['course', 'learningTask'],
  check: (record, { project, thresholds }) => {
    const hours = record.standardHours;
    if (hours === null) return [];
    const place = { record: record.id, field: 'standardHours' };
    if (hours === 0) {
      const message = `${named(project, record)}是 0 学时。请填上学时，或先空着。`;
      return [{ ...place, severity: 'error', message }];
    }
    const step = thresholds.taskHoursStep;
    if (record.kind !== 'learningTask' || Number.isInteger(hours / step)) return [];
    const message = `${named(project, record)}是 ${hours} 学时，不是 ${step} 的倍数，排不成整次课。`;
    return [{ ...place, message }];
  },
  examples: [
    {
      text: '40 学时',
      records: [node('learningTask', { name: '首保', standardHours: 40 })],
      finds: [],
    },
    {
      text: '3.5 学时',
      records: [node('learningTask', { name: '首保', standardHours: 3.5 })],
      finds: ['学习任务“首保”是 3.5 学时，不是 2 的倍数，排不成整次课。'],
    },
    {
      text: '0 学时',
      records: [node('course', { name: '汽车维护', standardHours: 0 })],
      finds: ['课程“汽车维护”是 0 学时。请填上学时，或先空着。'],
    },
  ],
});
