import { courseHours } from '../../hours/course-hours';
import { distributeHours } from '../../commands/distribute-hours';
import { node } from '../example';
import { defineRule } from '../rule';

export const hrs01 = defineRule({
  id: 'HRS-01',
  pack: 'hours',
  severity: 'error',
  title: '各学习任务的学时合计等于课程的基准学时。',
  why: '两处的数对不上，课程表和教学进度就排不出来。',
  source: 'K',
  kinds: ['course'],
  check: (course, { project }) => {
    const message = courseHours(project, course.id)?.message ?? '';
    return message === ''
      ? []
      : [{ record: course.id, field: 'standardHours', message, fixable: true }];
  },
  fix: (project, { record }, context) =>
    distributeHours.run(project, { courseId: record }, context),
  examples: [
    {
      text: '40 + 60 + 80 = 180',
      records: [
        node('course', { name: '汽车维护', standardHours: 180 }, [
          node('learningTask', { name: '首保', standardHours: 40 }),
          node('learningTask', { name: '换季维护', standardHours: 60 }),
          node('learningTask', { name: '6万公里维护', standardHours: 80 }),
        ]),
      ],
      finds: [],
    },
    {
      text: '合计 170，不是 180',
      records: [
        node('course', { name: '汽车维护', standardHours: 180 }, [
          node('learningTask', { name: '首保', standardHours: 90 }),
          node('learningTask', { name: '换季维护', standardHours: 80 }),
        ]),
      ],
      finds: ['“汽车维护”180 学时，下面合计 170 学时，少 10。请改“汽车维护”或“首保”。'],
    },
  ],
});
