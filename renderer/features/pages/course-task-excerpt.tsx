import { useShallow } from 'zustand/react/shallow';
import { linkCourseTask } from '@shared/core/commands/link-course-task';
import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, closest, findOf } from '@shared/core/model/project';
import { useDocument, useView } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { useChildren } from './fields/use-field';
import { Glyph } from './glyph';
import { Band, SheetRow } from './sheet';

/** 典型工作任务描述 stands on the paper of the course and is written on the page of the task. */
export function CourseTaskExcerpt({ courseId }: { readonly courseId: RecordId }) {
  const select = useView((view) => view.select);
  const links = useChildren('courseTask', courseId);
  const tasks = useDocument(
    useShallow(({ project }) =>
      links.flatMap(
        ({ typicalWorkTaskId }) => findOf(project, 'typicalWorkTask', typicalWorkTaskId) ?? [],
      ),
    ),
  );
  return (
    <>
      <Band id="part-task" title="典型工作任务描述" />
      {tasks.map((task) => (
        <SheetRow key={task.id} className="excerpt">
          <p className={task.description === '' ? 'excerpt-empty' : 'excerpt-text'}>
            {task.description === '' ? '还没有写。' : task.description}
          </p>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              select(task.id, 'description');
            }}
          >
            <Glyph name="open" />
            {`到典型工作任务“${task.name}”里写`}
          </button>
        </SheetRow>
      ))}
      {tasks.length === 0 && <TaskChoice courseId={courseId} />}
    </>
  );
}

function TaskChoice({ courseId }: { readonly courseId: RecordId }) {
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const tasks = useDocument(
    useShallow(({ project }) => {
      const level = closest(project, courseId, 'majorLevel');
      return level === undefined ? [] : childrenOf(project, level.id, 'typicalWorkTask');
    }),
  );
  return (
    <SheetRow className="excerpt">
      <p className="excerpt-empty">这门课程还没有对应的典型工作任务。</p>
      {!readOnly &&
        tasks.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="chip chip-add"
            onClick={() => {
              execute(linkCourseTask, { courseId, typicalWorkTaskId: id });
            }}
          >
            <Glyph name="plus" />
            {`对应“${name}”`}
          </button>
        ))}
    </SheetRow>
  );
}
