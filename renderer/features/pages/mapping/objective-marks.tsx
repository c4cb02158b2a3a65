import type { KeyboardEvent } from 'react';
import { addAssessmentPoint } from '@shared/core/commands/add-assessment-point';
import { linkObjectiveTask } from '@shared/core/commands/link-objective-task';
import { unlink } from '@shared/core/commands/unlink';
import type { RecordId } from '@shared/core/kernel/id';
import { useExecute } from '../../../state/use-execute';
import { coverageWords } from './coverage';
import { Mark } from './mark';
import { type MarkState, useCoverage } from './use-coverage';

interface ObjectiveMarksProps {
  readonly objectiveId: RecordId;
  readonly taskIds: readonly RecordId[];
  /** 「课程目标 3」 */
  readonly label: string;
  /** Opens the slip of the objective, where links are worked on. */
  readonly onOpen: (objectiveId: RecordId) => void;
}

/** The margin beside an objective: one mark per learning task and one for the final assessment. */
export function ObjectiveMarks({ objectiveId, taskIds, label, onOpen }: ObjectiveMarksProps) {
  const execute = useExecute();
  const marks = useCoverage(objectiveId, taskIds);
  const press = ({ taskId, state }: MarkState) => {
    onOpen(objectiveId);
    if (state !== 'none') return;
    if (taskId === null)
      execute(addAssessmentPoint, { objectiveId, learningTaskId: null, text: '' });
    else execute(linkObjectiveTask, { objectiveId, learningTaskId: taskId, strength: 'practise' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, { linkId }: MarkState) => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      step(event.currentTarget, event.key === 'ArrowRight');
    }
    if (event.key === 'Delete' && linkId !== null) execute(unlink, { mappingId: linkId });
  };
  return (
    <span className="margin marks" role="group" aria-label={`${label}的对应`}>
      {marks.map((mark, index) => (
        <button
          key={mark.taskId ?? 'final'}
          type="button"
          className="mark"
          tabIndex={index === 0 ? 0 : -1}
          aria-label={`${label} · ${columnName(mark.taskId, index)}：${markWords(mark)}`}
          title={`${columnName(mark.taskId, index)}：${markWords(mark)}`}
          onClick={() => {
            press(mark);
          }}
          onKeyDown={(event) => {
            onKeyDown(event, mark);
          }}
        >
          <Mark state={mark.state} />
        </button>
      ))}
    </span>
  );
}

/** T1, T2 … and 终 over the margin. */
export function MarkHeads({ count }: { readonly count: number }) {
  const names = Array.from({ length: count + 1 }, (_, index) =>
    index === count ? '终' : `T${String(index + 1)}`,
  );
  return (
    <span className="marks mark-heads" aria-hidden="true">
      {names.map((name) => (
        <span key={name}>{name}</span>
      ))}
    </span>
  );
}

function columnName(taskId: RecordId | null, index: number): string {
  return taskId === null ? '终结性考核' : `T${String(index + 1)}`;
}

function markWords({ state, hours }: MarkState): string {
  const words = coverageWords[state];
  return hours === null || hours === 0 ? words : `${words}，${String(hours)}学时`;
}

function step(from: HTMLElement, forward: boolean): void {
  const next = forward ? from.nextElementSibling : from.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}
