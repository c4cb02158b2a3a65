import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { link } from '@shared/core/commands/link';
import { unlink } from '@shared/core/commands/unlink';
import { coverageOf, coverageWords } from '@shared/core/coverage/coverage';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { taskBalance, taskWays } from '@shared/core/ways-out/task-ways';
import { useDocument, useView } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { useChildren, useRecord } from './fields/use-field';
import { Finding } from './finding';
import { LinkFields } from './mapping/link-fields';
import { NewEnd } from './mapping/link-slip';
import { Mark } from './mapping/mark';
import { PointsEditor } from './mapping/points-editor';
import { Band, SheetRow } from './sheet';
import { WaysOut } from './ways-out';

/** Which objectives of its course a 学习任务 teaches, with hours and 考核要点. */
export function Taught({ taskId }: { readonly taskId: RecordId }) {
  const task = useRecord('learningTask', taskId);
  const objectives = useChildren('courseObjective', task?.parentId ?? null);
  if (task === undefined) return null;
  return (
    <>
      <Band
        id="part-objectives"
        title="对应的课程目标与考核要点"
        note={<TaskHours taskId={taskId} />}
        why={['assessmentPoint', 'text']}
      />
      <TaskWays taskId={taskId} />
      {objectives.length === 0 && (
        <SheetRow className="excerpt-empty">课程目标还没有写，可以在这里写第一条。</SheetRow>
      )}
      {objectives.map((objective, index) => (
        <ObjectiveRow key={objective.id} objective={objective} index={index} task={task} />
      ))}
      <NewObjective task={task} />
    </>
  );
}

/** How the hours of its objectives stand to those of the task. */
function TaskHours({ taskId }: { readonly taskId: RecordId }) {
  const [sum, standard, difference] = useDocument(
    useShallow(({ project }) => {
      const balance = taskBalance(project, taskId);
      return [balance?.sum ?? null, balance?.standard ?? null, balance?.difference ?? 0] as const;
    }),
  );
  if (sum === null) return '不单独印出';
  if (difference !== 0) return <Finding text={gapWords(sum, difference)} />;
  return `各目标合计 ${String(sum)}${standard === null ? '' : '，与参考学时相符'}`;
}

function gapWords(sum: number, difference: number): string {
  const gap = difference > 0 ? `少 ${String(difference)}` : `多 ${String(-difference)}`;
  return `各目标合计 ${String(sum)} 学时，比参考学时${gap}`;
}

function TaskWays({ taskId }: { readonly taskId: RecordId }) {
  const project = useDocument((state) => state.project);
  const ways = useMemo(() => taskWays(project, taskId), [project, taskId]);
  if (ways.length === 0) return null;
  return (
    <SheetRow>
      <WaysOut ways={ways} label="各目标的学时怎样才平" />
    </SheetRow>
  );
}

/** Writes an objective that is still missing, mapped to this task, and goes to the course to word it. */
function NewObjective({ task }: Pick<ObjectiveRowProps, 'task'>) {
  const select = useView((view) => view.select);
  const readOnly = useDocument((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <SheetRow className="adds">
      <NewEnd
        kind="objectiveTask"
        thereId={task.id}
        there="to"
        parentId={task.parentId ?? ''}
        word="新写一条课程目标并对应"
        className="add"
        onMade={(id) => {
          select({ record: id, field: 'text' });
        }}
      />
    </SheetRow>
  );
}

interface ObjectiveRowProps {
  readonly objective: RecordOf<'courseObjective'>;
  readonly index: number;
  readonly task: RecordOf<'learningTask'>;
}

function ObjectiveRow({ objective, index, task }: ObjectiveRowProps) {
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const [state, hours, linkId] = useDocument(
    useShallow(({ project }) => {
      const cell = coverageOf(project, objective.id, task.id);
      return [cell.state, cell.hours, cell.link?.id ?? null] as const;
    }),
  );
  const label = `课程目标 ${String(index + 1)}`;
  const toggle = () => {
    if (linkId !== null) execute(unlink, { mappingId: linkId });
    else {
      execute(link, { kind: 'objectiveTask', fromId: objective.id, toId: task.id });
    }
  };
  return (
    <SheetRow className="taught">
      <div className="taught-row">
        <button
          type="button"
          className="mark"
          aria-pressed={linkId !== null}
          aria-label={`${label}：${coverageWords[state]}`}
          title={linkId === null ? '挂到这个学习任务' : '取消对应'}
          disabled={readOnly}
          onClick={toggle}
        >
          <Mark state={state} />
        </button>
        <span className={linkId === null ? 'taught-text taught-off' : 'taught-text'}>
          {`${String(index + 1)}. ${objective.text}`}
        </span>
        {linkId !== null && (
          <span className="taught-link">
            <LinkFields linkId={linkId} label={label} ghostHours={hours} />
          </span>
        )}
      </div>
      {linkId !== null && (
        <div className="taught-points">
          <PointsEditor
            objectiveId={objective.id}
            label={label}
            courseId={task.parentId ?? ''}
            tasks={[task]}
            only={task.id}
          />
        </div>
      )}
    </SheetRow>
  );
}
