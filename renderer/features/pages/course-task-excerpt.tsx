import { useShallow } from 'zustand/react/shallow';
import { link } from '@shared/core/commands/link';
import { unlink } from '@shared/core/commands/unlink';
import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, closest, findOf } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument, useView } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { useChildren } from './fields/use-field';
import { Glyph } from './glyph';
import { LinkNote } from './mapping/link-note';
import { Band, SheetRow } from './sheet';
import { TextButton } from './page-button';

/** 典型工作任务描述 stands on the paper of the course and is written on the page of the task. */
export function CourseTaskExcerpt({ courseId }: { readonly courseId: RecordId }) {
  const select = useView((view) => view.select);
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const links = useChildren('courseTask', courseId);
  const tasks = useDocument(
    useShallow(({ project }) =>
      links.flatMap(
        ({ typicalWorkTaskId }) => findOf(project, 'typicalWorkTask', typicalWorkTaskId) ?? [],
      ),
    ),
  );
  const leave = (taskId: RecordId) => {
    const link = links.find(({ typicalWorkTaskId }) => typicalWorkTaskId === taskId);
    if (link !== undefined) execute(unlink, { mappingId: link.id });
  };
  return (
    <>
      <Band id="part-task" title="典型工作任务描述" />
      {tasks.map((task) => (
        <SheetRow key={task.id} className="excerpt">
          <p className={task.description === '' ? 'excerpt-empty' : 'excerpt-text'}>
            {task.description === '' ? '还没有写。' : task.description}
          </p>
          <TextButton
            glyph="open"
            onClick={() => {
              select({ record: task.id, field: 'description' });
            }}
          >
            {`到典型工作任务“${task.name}”里写`}
          </TextButton>
          {!readOnly && (
            <TextButton
              aria-label={`取消对应“${task.name}”`}
              onClick={() => {
                leave(task.id);
              }}
            >
              取消对应
            </TextButton>
          )}
          <TaskNote links={links} task={task} />
        </SheetRow>
      ))}
      <TaskChoice courseId={courseId} linked={tasks.map(({ id }) => id)} />
    </>
  );
}

/** How the task became the course: taken over as it is, joined with another, or only a part of it. */
function TaskNote({
  links,
  task,
}: {
  readonly links: readonly RecordOf<'courseTask'>[];
  readonly task: RecordOf<'typicalWorkTask'>;
}) {
  const link = links.find(({ typicalWorkTaskId }) => typicalWorkTaskId === task.id);
  return link === undefined ? null : (
    <LinkNote recordId={link.id} label={`与“${task.name}”的对应`} />
  );
}

interface TaskChoiceProps {
  readonly courseId: RecordId;
  readonly linked: readonly RecordId[];
}

/** A course is made of one 典型工作任务, seldom of two that are taught together. */
function TaskChoice({ courseId, linked }: TaskChoiceProps) {
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const tasks = useDocument(
    useShallow(({ project }) => {
      const level = closest(project, courseId, 'majorLevel');
      return level === undefined ? [] : childrenOf(project, level.id, 'typicalWorkTask');
    }),
  );
  const free = tasks.filter(({ id }) => !linked.includes(id));
  const choose = (toId: RecordId) => {
    execute(link, { kind: 'courseTask', fromId: courseId, toId });
  };
  if (linked.length > 0) return readOnly ? null : <SecondTask tasks={free} onChoose={choose} />;
  return (
    <SheetRow className="excerpt">
      <p className="excerpt-empty">这门课程还没有对应的典型工作任务。</p>
      {!readOnly &&
        free.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="chip chip-add"
            onClick={() => {
              choose(id);
            }}
          >
            <Glyph name="plus" />
            {`对应“${name}”`}
          </button>
        ))}
    </SheetRow>
  );
}

interface SecondTaskProps {
  readonly tasks: readonly { readonly id: RecordId; readonly name: string }[];
  readonly onChoose: (taskId: RecordId) => void;
}

/** Two tasks that are taught together make one course. */
function SecondTask({ tasks, onChoose }: SecondTaskProps) {
  if (tasks.length === 0) return null;
  return (
    <SheetRow className="excerpt">
      <select
        className="choice"
        aria-label="再对应一个典型工作任务"
        value=""
        onChange={(event) => {
          if (event.target.value !== '') onChoose(event.target.value);
        }}
      >
        <option value="">再对应一个典型工作任务……</option>
        {tasks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </SheetRow>
  );
}
