import { computed } from './computed';
import { courseFigures } from './course-figures';
import { numberOf } from './values-of';

export const learningTaskComputed = computed('learningTask', {
  standardHours: {
    label: '参考学时',
    type: 'number',
    reads: ['learningTask.standardHours', 'course.standardHours'],
    of: (project, task) => {
      const { taskHours } = courseFigures(project, task.parentId ?? '');
      return numberOf(task, 'standardHours', taskHours.get(task.id) ?? null);
    },
  },
});
