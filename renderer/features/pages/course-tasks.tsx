import { useMemo } from 'react';
import { addLearningTask } from '@shared/core/commands/add-learning-task';
import type { RecordId } from '@shared/core/kernel/id';
import { courseHours } from '@shared/core/hours/course-hours';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument, useView } from '../../state/studio';
import { type Execute, useExecute } from '../../state/use-execute';
import { Example } from './example';
import { Finding } from './finding';
import { LockToggle } from './fields/choice-field';
import { LineList } from './fields/line-list';
import type { Line, LineOperations } from './fields/line-operations';
import { NumberField } from './fields/number-field';
import { recordOperations } from './fields/record-operations';
import { TextArea } from './fields/text-field';
import { useChildren } from './fields/use-field';
import { Band, SheetRow } from './sheet';
import { Why } from './why';
import { TextButton } from './page-button';

/** 参考性学习任务 as the table of the form. */
export function CourseTasks({ courseId }: { readonly courseId: RecordId }) {
  const execute = useExecute();
  const select = useView((view) => view.select);
  const tasks = useChildren('learningTask', courseId);
  const operations = useMemo(() => taskOperations(execute, courseId), [execute, courseId]);
  const cells = useMemo(() => cellsOf(tasks), [tasks]);
  const lines = useMemo(() => tasks.map(({ id, name }) => ({ id, text: name })), [tasks]);
  return (
    <section aria-labelledby="part-tasks" className="task-table">
      <Band
        id="part-tasks"
        title="参考性学习任务"
        note="宜 3～6 个，由易到难"
        why={['learningTask', 'name']}
      />
      <TaskHead />
      <LineList
        lines={lines}
        operations={operations}
        noun="学习任务"
        cells={cells}
        number={(index) => String(index + 1)}
        ghost="名称"
        empty={
          <SheetRow>
            <Example kind="learningTask" field="name" />
          </SheetRow>
        }
        tail={({ id }, index) => (
          <>
            <span className="task-description">
              <TextArea
                recordId={id}
                field="description"
                label={`学习任务 ${String(index + 1)} 描述`}
                ghost="情境、客户、任务、时限、交付物、验收"
              />
            </span>
            <span className="task-hours">
              <NumberField
                recordId={id}
                field="standardHours"
                unit="hours"
                label={`学习任务 ${String(index + 1)} 参考学时`}
                ghost="—"
              />
              <LockToggle
                recordId={id}
                field="hoursLocked"
                label={`学习任务 ${String(index + 1)} 学时锁定`}
              />
            </span>
          </>
        )}
        margin={({ id, text }, index) => (
          <span className="margin">
            <TextButton
              glyph="open"
              aria-label={`打开学习任务 ${String(index + 1)} ${text}`}
              onClick={() => {
                select({ record: id });
              }}
            >
              {`T${String(index + 1)}`}
            </TextButton>
          </span>
        )}
      />
      <HoursSum courseId={courseId} />
    </section>
  );
}

function TaskHead() {
  return (
    <SheetRow className="task-head">
      <span>序号</span>
      <span>名称</span>
      <span>
        学习任务描述
        <Why kind="learningTask" field="description" />
      </span>
      <span>
        参考学时
        <Why kind="learningTask" field="standardHours" />
      </span>
    </SheetRow>
  );
}

/** A task as a row of the form: name, description, hours. */
function cellsOf(tasks: readonly RecordOf<'learningTask'>[]) {
  const rows = new Map(
    tasks.map(({ id, name, description, standardHours }) => [
      id,
      [name, description, standardHours === null ? '' : String(standardHours)],
    ]),
  );
  return ({ id, text }: Line): readonly string[] => rows.get(id) ?? [text];
}

function HoursSum({ courseId }: { readonly courseId: RecordId }) {
  const message = useDocument(({ project }) => courseHours(project, courseId)?.message ?? '');
  const sum = useDocument(({ project }) => courseHours(project, courseId)?.sum ?? 0);
  if (sum === 0) return null;
  return (
    <SheetRow className="task-sum" margin={message !== '' && <Finding text={message} />}>
      <span>合计</span>
      <b>{sum}</b>
    </SheetRow>
  );
}

function taskOperations(execute: Execute, courseId: RecordId): LineOperations {
  const base = recordOperations(execute, {
    kind: 'learningTask',
    parentId: courseId,
    field: 'name',
    given: undefined,
  });
  const add = (afterId: RecordId | null, name: string): RecordId | null => {
    const result = execute(addLearningTask, { courseId, afterId, name });
    return result.ok ? result.value.focus : null;
  };
  return {
    ...base,
    add,
    // A task is more than its name: it is neither broken in two nor run together.
    split: (id) => add(id, ''),
    join: () => null,
  };
}
