import { named } from '../../words/wording';
import { childrenOf } from '../../model/project';
import { node } from '../example';
import { isBegun, isIntegrated } from '../reading';
import { defineRule } from '../rule';

export const ref02 = defineRule({
  id: 'REF-02',
  pack: 'references',
  severity: 'error',
  title: '每门工学一体化课程对应典型工作任务，否则它是专业基础课程。',
  why: '工学一体化课程由典型工作任务转化而来；没有任务的课程请改类别。',
  source: 'K',
  kinds: ['course'],
  isBegun: (course, { project }) => isBegun(project, course),
  places: (course, { project }) => {
    if (!isIntegrated(course)) return [];
    const filled = childrenOf(project, course.id, 'courseTask').length > 0;
    const message = `${named(project, course)}没有对应典型工作任务。请对应上，或把类别改为专业基础课程。`;
    return [{ record: course.id, missing: 'courseTask', filled, message }];
  },
  examples: [
    {
      text: '对应了任务',
      records: [
        node('typicalWorkTask', { as: '维护', name: '汽车维护' }),
        node('course', { name: '汽车维护', standardHours: 180 }, [
          node('courseTask', { typicalWorkTaskId: '维护' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '机械制图列为工学一体化课程',
      records: [node('course', { name: '机械制图', standardHours: 80 })],
      finds: ['课程“机械制图”没有对应典型工作任务。请对应上，或把类别改为专业基础课程。'],
    },
    {
      text: '机械制图是专业基础课程',
      records: [node('course', { name: '机械制图', courseKind: 'foundation', standardHours: 80 })],
      finds: [],
    },
  ],
});
