import { addCourse } from '@shared/core/commands/add-course';
import type { RecordId } from '@shared/core/kernel/id';
import { findOf, referrersOf } from '@shared/core/model/project';
import { useDocument, useView } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { Glyph } from './glyph';

interface MakeCourseProps {
  readonly taskId: RecordId;
  /** What it is made for, where another button for the same course stands on the page. */
  readonly purpose?: string;
}

/** One step from a 典型工作任务 to its new course; not there once the task has one. */
export function MakeCourse({ taskId, purpose = '' }: MakeCourseProps) {
  const execute = useExecute();
  const select = useView((view) => view.select);
  const task = useDocument(({ project }) => findOf(project, 'typicalWorkTask', taskId));
  const isOffered = useDocument(
    ({ project, readOnly }) => !readOnly && referrersOf(project, taskId, 'courseTask').length === 0,
  );
  if (!isOffered || task === undefined) return null;
  const { name, parentId } = task;
  const makeCourse = () => {
    const input = { levelId: parentId ?? '', name, typicalWorkTaskId: taskId };
    const result = execute(addCourse, input);
    if (result.ok && result.value.focus) select({ record: result.value.focus, field: 'name' });
  };
  return (
    <button
      type="button"
      className="chip chip-add"
      aria-label={`${purpose}由“${name}”生成课程`}
      onClick={makeCourse}
    >
      <Glyph name="plus" />
      生成课程
    </button>
  );
}
