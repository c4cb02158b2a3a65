import { addCourse } from '@shared/core/commands/add-course';
import { addTypicalWorkTask } from '@shared/core/commands/add-typical-work-task';
import type { RecordId } from '@shared/core/kernel/id';
import { referrersOf } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument, useView } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { TextLine } from './fields/text-field';
import { useChildren, useRecord } from './fields/use-field';
import { Glyph } from './glyph';
import { PageFrame } from './page-frame';
import { Band, SheetRow } from './sheet';
import { levelWord, useCrumbs } from './use-crumbs';

/** One 培养层级: its code, its typical tasks and the courses made from them. */
export function LevelPage({ levelId }: { readonly levelId: RecordId }) {
  const crumbs = useCrumbs(levelId);
  const level = useRecord('majorLevel', levelId);
  const tasks = useChildren('typicalWorkTask', levelId);
  const courses = useChildren('course', levelId);
  const execute = useExecute();
  const select = useView((view) => view.select);
  const readOnly = useDocument((state) => state.readOnly);
  if (level === undefined) return null;
  const addTask = () => {
    const result = execute(addTypicalWorkTask, { levelId, name: '' });
    if (result.ok && result.value.focus) select(result.value.focus, 'name');
  };
  return (
    <PageFrame crumbs={crumbs} title={levelWord(level)} sections={[]}>
      <div className="sheet no-margin">
        <SheetRow className="name-row two-cells">
          <span className="cell-label">专业编码</span>
          <span className="cell-value">
            <TextLine recordId={levelId} field="majorCode" ghost="例：0403-4" />
          </span>
        </SheetRow>
        <Band id="part-tasks" title="典型工作任务" note={`${String(tasks.length)} 个`} />
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} levelId={levelId} />
        ))}
        {!readOnly && (
          <SheetRow className="adds">
            <button type="button" className="add" onClick={addTask}>
              <Glyph name="plus" />
              添加典型工作任务
            </button>
          </SheetRow>
        )}
        <Band id="part-courses" title="课程" note={`${String(courses.length)} 门`} />
        {courses.map((course) => (
          <SheetRow key={course.id} className="index-row">
            <IndexLink
              id={course.id}
              name={course.name}
              unnamed="没有名称的课程"
              note={course.standardHours === null ? '' : `${String(course.standardHours)} 学时`}
            />
          </SheetRow>
        ))}
        {courses.length === 0 && (
          <SheetRow className="excerpt-empty">先写典型工作任务，再由它生成课程。</SheetRow>
        )}
        <SheetRow className="sheet-end">{null}</SheetRow>
      </div>
    </PageFrame>
  );
}

interface TaskRowProps {
  readonly task: RecordOf<'typicalWorkTask'>;
  readonly levelId: RecordId;
}

function TaskRow({ task, levelId }: TaskRowProps) {
  const execute = useExecute();
  const select = useView((view) => view.select);
  const readOnly = useDocument((state) => state.readOnly);
  const hasCourse = useDocument(
    ({ project }) => referrersOf(project, task.id, 'courseTask').length > 0,
  );
  const makeCourse = () => {
    const input = { levelId, name: task.name, typicalWorkTaskId: task.id };
    const result = execute(addCourse, input);
    if (result.ok && result.value.focus) select(result.value.focus, 'name');
  };
  return (
    <SheetRow className="index-row">
      <IndexLink id={task.id} name={task.name} unnamed="没有名称的典型工作任务" note="" />
      {!hasCourse && !readOnly && (
        <button
          type="button"
          className="chip chip-add"
          aria-label={`由“${task.name}”生成课程`}
          onClick={makeCourse}
        >
          <Glyph name="plus" />
          生成课程
        </button>
      )}
    </SheetRow>
  );
}

interface IndexLinkProps {
  readonly id: RecordId;
  readonly name: string;
  readonly unnamed: string;
  readonly note: string;
}

function IndexLink({ id, name, unnamed, note }: IndexLinkProps) {
  const select = useView((view) => view.select);
  return (
    <button
      type="button"
      className="index-link"
      onClick={() => {
        select(id);
      }}
    >
      <Glyph name="right" />
      <span>{name === '' ? unnamed : name}</span>
      <span className="index-note">{note}</span>
    </button>
  );
}
