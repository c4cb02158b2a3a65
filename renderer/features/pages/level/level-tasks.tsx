import { addTypicalWorkTask } from '@shared/core/commands/add-typical-work-task';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument, useView } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { Example } from '../example';
import { useChildren } from '../fields/use-field';
import { IndexLink } from '../index-link';
import { MakeCourse } from '../make-course';
import { CompetenceList } from '../mapping/competence-list';
import { Band, SheetRow } from '../sheet';
import { AddButton } from '../page-button';

/** 培养要求: the table of the form, each 典型工作任务 with its 职业能力要求, written in place. */
export function LevelTasks({ levelId }: { readonly levelId: RecordId }) {
  const tasks = useChildren('typicalWorkTask', levelId);
  const execute = useExecute();
  const select = useView((view) => view.select);
  const readOnly = useDocument((state) => state.readOnly);
  const addTask = () => {
    const result = execute(addTypicalWorkTask, { levelId, name: '' });
    if (result.ok && result.value.focus) select({ record: result.value.focus, field: 'name' });
  };
  return (
    <>
      <Band
        id="part-tasks"
        title="培养要求"
        note={`${String(tasks.length)} 个典型工作任务`}
        why={['competenceRequirement', 'text']}
      />
      <SheetRow className="training training-head">
        <span>典型工作任务</span>
        <span>职业能力要求</span>
      </SheetRow>
      {tasks.map((task, index) => (
        <TaskRow key={task.id} task={task} index={index} />
      ))}
      {tasks.length === 0 && (
        <SheetRow>
          <Example kind="typicalWorkTask" field="name" />
        </SheetRow>
      )}
      {!readOnly && (
        <SheetRow className="adds">
          <AddButton onClick={addTask}>添加典型工作任务</AddButton>
        </SheetRow>
      )}
    </>
  );
}

interface TaskRowProps {
  readonly task: RecordOf<'typicalWorkTask'>;
  readonly index: number;
}

function TaskRow({ task, index }: TaskRowProps) {
  return (
    <SheetRow className="training">
      <div className="training-task">
        <IndexLink
          id={task.id}
          name={`${String(index + 1)}. ${task.name === '' ? '没有名称的典型工作任务' : task.name}`}
          note=""
        />
        <MakeCourse taskId={task.id} />
      </div>
      <div className="column">
        <CompetenceList
          taskId={task.id}
          noun={`任务 ${String(index + 1)} 职业能力要求`}
          addWord="添加职业能力要求"
        />
      </div>
    </SheetRow>
  );
}
