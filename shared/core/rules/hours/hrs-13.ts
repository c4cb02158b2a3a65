import { named } from '../../words/wording';
import { closest } from '../../model/project';
import { node } from '../example';
import { isIntegrated } from '../reading';
import { defineRule } from '../rule';

export const hrs13 = defineRule({
  id: 'HRS-13',
  pack: 'hours',
  severity: 'hint',
  title: '学习任务一般 12～100 学时，工学一体化课程一般 40～300 学时。',
  why: '学时太少走不完完整的行动过程，太多说明任务还能再分。',
  source: 'K',
  kinds: ['course', 'learningTask'],
  check: (record, { project, thresholds }) => {
    const hours = record.standardHours;
    const course = closest(project, record.id, 'course');
    if (hours === null || hours === 0 || (course !== undefined && !isIntegrated(course))) return [];
    const isTask = record.kind === 'learningTask';
    const { least, most } = isTask ? thresholds.taskHours : thresholds.courseHours;
    if (hours >= least && hours <= most) return [];
    const way = hours < least ? '想想能不能与别的合并。' : '想想能不能分成两个。';
    const message = `${named(project, record)}是 ${hours} 学时，一般 ${least}～${most}。${way}`;
    return [{ record: record.id, field: 'standardHours', message }];
  },
  examples: [
    {
      text: '40 学时的任务',
      records: [node('learningTask', { name: '首保', standardHours: 40 })],
      finds: [],
    },
    {
      text: '4 学时的“任务”',
      records: [node('learningTask', { name: '换机油', standardHours: 4 })],
      finds: ['学习任务“换机油”是 4 学时，一般 12～100。想想能不能与别的合并。'],
    },
    {
      text: '400 学时的课程',
      records: [node('course', { name: '汽车维护', standardHours: 400 })],
      finds: ['课程“汽车维护”是 400 学时，一般 40～300。想想能不能分成两个。'],
    },
  ],
});
