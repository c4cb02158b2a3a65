import { named } from '../../words/wording';
import { childrenOf } from '../../model/project';
import { node } from '../example';
import { isBegun, isBlank, isIntegrated } from '../reading';
import { defineRule } from '../rule';

export const cmp21 = defineRule({
  id: 'CMP-21',
  pack: 'completeness',
  severity: 'error',
  title: '每门课程有名称和基准学时，工学一体化课程有学习内容。',
  why: '名称和基准学时是课程表和课程标准的表头；学习内容是教材和工作页的依据。',
  source: 'K',
  kinds: ['course'],
  isBegun: (course, { project }) => isBegun(project, course),
  places: (course, { project }) => {
    const parts = [
      ['name', '还没有名称', !isBlank(course.name)],
      ['standardHours', '还没有定基准学时', course.standardHours !== null],
    ] as const;
    const places = parts.map(([field, words, filled]) => {
      const message = `${named(project, course)}${words}。`;
      return { record: course.id, field, filled, message };
    });
    if (!isIntegrated(course)) return places;
    const contents = childrenOf(project, course.id, 'learningContent');
    const filled = contents.some(({ text }) => !isBlank(text));
    const message = `${named(project, course)}还没有写学习内容。`;
    return [...places, { record: course.id, missing: 'learningContent', filled, message }];
  },
  examples: [
    {
      text: '表头和内容都有',
      records: [
        node('course', { name: '汽车维护', standardHours: 180 }, [
          node('learningContent', { text: '维护派工单的识读' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '有目标，没有学时和内容',
      records: [
        node('course', { name: '汽车维护' }, [node('courseObjective', { text: '能读懂派工单' })]),
      ],
      finds: ['课程“汽车维护”还没有定基准学时。', '课程“汽车维护”还没有写学习内容。'],
    },
  ],
});
