import { flushSync } from 'react-dom';
import { useShallow } from 'zustand/react/shallow';
import { judgeMapping } from '@shared/core/commands/judge-mapping';
import { linkNewLearningTask } from '@shared/core/commands/link-new-learning-task';
import { linkObjectiveTask } from '@shared/core/commands/link-objective-task';
import { unlink } from '@shared/core/commands/unlink';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { ChoiceField } from '../fields/choice-field';
import { focusField, placeOf } from '../fields/field-place';
import { NumberField } from '../fields/number-field';
import { Glyph } from '../glyph';
import { actFrom } from './act-from';
import { coverageOf, coverageWords } from './coverage';
import { LinkNote } from './link-note';
import { Mark } from './mark';

interface TaskLinksProps {
  readonly objectiveId: RecordId;
  readonly label: string;
  readonly tasks: readonly RecordOf<'learningTask'>[];
}

/** Which learning tasks teach the objective, how far, and with how many hours. */
export function TaskLinks({ objectiveId, label, tasks }: TaskLinksProps) {
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const linkIds = useDocument(
    useShallow(({ project }) =>
      tasks.map(({ id }) => coverageOf(project, objectiveId, id).link?.id ?? null),
    ),
  );
  const addTask = () => {
    const strength = 'practise';
    const made = flushSync(() => execute(linkNewLearningTask, { objectiveId, name: '', strength }));
    if (made.ok && made.value.focus) focusField(placeOf(made.value.focus, 'name'), 0);
  };
  return (
    <span className="slip-value">
      {tasks.map((task, index) => {
        const linkId = linkIds[index] ?? null;
        return (
          linkId !== null && (
            <TaskLink
              key={task.id}
              linkId={linkId}
              objectiveId={objectiveId}
              task={task}
              label={`${label} · T${String(index + 1)}`}
              short={`T${String(index + 1)}`}
            />
          )
        );
      })}
      {!readOnly &&
        tasks.map((task, index) =>
          linkIds[index] === null ? (
            <button
              key={task.id}
              type="button"
              className="chip chip-add"
              aria-label={`${label}挂到 T${String(index + 1)} ${task.name}`}
              title={task.name}
              onClick={({ currentTarget }) => {
                const link = {
                  objectiveId,
                  learningTaskId: task.id,
                  strength: 'practise',
                } as const;
                actFrom(currentTarget, () => execute(linkObjectiveTask, link));
              }}
            >
              <Glyph name="plus" />
              {`挂到 T${String(index + 1)}`}
            </button>
          ) : null,
        )}
      {!readOnly && (
        <button
          type="button"
          className="chip chip-add"
          aria-label={`给${label}加一个新任务`}
          title="新写一个学习任务并挂上"
          onClick={addTask}
        >
          <Glyph name="plus" />
          新任务
        </button>
      )}
    </span>
  );
}

interface TaskLinkProps {
  readonly linkId: RecordId;
  readonly objectiveId: RecordId;
  readonly task: RecordOf<'learningTask'>;
  readonly label: string;
  readonly short: string;
}

function TaskLink({ linkId, objectiveId, task, label, short }: TaskLinkProps) {
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const [state, hours] = useDocument(
    useShallow(({ project }) => {
      const cell = coverageOf(project, objectiveId, task.id);
      return [cell.state, cell.hours] as const;
    }),
  );
  return (
    <span className={`chip ${state === 'suspect' ? 'chip-suspect' : ''}`} data-link={linkId}>
      <Mark state={state} />
      <span className="chip-name" title={`${task.name}（${coverageWords[state]}）`}>
        {`${short} ${task.name}`}
      </span>
      <ChoiceField recordId={linkId} field="strength" label={`${label} 程度`} />
      <NumberField
        recordId={linkId}
        field="hours"
        unit="hours"
        label={`${label} 学时`}
        ghost={hours === null ? '—' : String(hours)}
      />
      <span className="chip-unit">学时</span>
      <LinkNote recordId={linkId} label={label} />
      {state === 'suspect' && !readOnly && (
        <button
          type="button"
          className="chip-act"
          aria-label={`${label}仍成立`}
          onClick={({ currentTarget }) => {
            actFrom(currentTarget, () => execute(judgeMapping, { mappingId: linkId }));
          }}
        >
          仍成立
        </button>
      )}
      {!readOnly && (
        <button
          type="button"
          className="glyph-button"
          aria-label={`取消${label}的对应`}
          title="取消对应"
          onClick={({ currentTarget }) => {
            actFrom(currentTarget, () => execute(unlink, { mappingId: linkId }));
          }}
        >
          <Glyph name="cross" />
        </button>
      )}
    </span>
  );
}
