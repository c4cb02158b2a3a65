import { named } from '../../words/wording';
import { findOf } from '../../model/project';
import { node } from '../example';
import { isBlank } from '../reading';
import { defineRule } from '../rule';

export const nam03 = defineRule({
  id: 'NAM-03',
  pack: 'naming',
  severity: 'warning',
  title: '学习任务的名称比课程更具体：写出产品、对象或场合，不与课程同名。',
  why: '学习任务是课程里的一件具体的活，名称要看得出做的是哪一件。',
  source: 'F',
  kinds: ['learningTask'],
  check: (task, { project }) => {
    const course = findOf(project, 'course', task.parentId);
    if (course === undefined || isBlank(task.name) || isBlank(course.name)) return [];
    const known = new Set(course.name);
    const isNew = Array.from(task.name.trim()).some(
      (letter) => letter !== '的' && !known.has(letter),
    );
    if (isNew) return [];
    const message = `${named(project, task)}与课程“${course.name}”说的一样大。加上产品、对象或场合，写具体些。`;
    return [{ record: task.id, field: 'name', message }];
  },
  examples: [
    {
      text: '升降机配电箱的装配',
      records: [
        node('course', { name: '配电箱装配' }, [
          node('learningTask', { name: '升降机配电箱的装配' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '与课程同名',
      records: [
        node('course', { name: '配电箱装配' }, [node('learningTask', { name: '配电箱的装配' })]),
      ],
      finds: [
        '学习任务“配电箱的装配”与课程“配电箱装配”说的一样大。加上产品、对象或场合，写具体些。',
      ],
    },
  ],
});
