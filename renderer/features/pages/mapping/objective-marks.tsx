import { type KeyboardEvent, memo } from 'react';
import { addAssessmentPoint } from '@shared/core/commands/add-assessment-point';
import { editField } from '@shared/core/commands/edit-field';
import { link } from '@shared/core/commands/link';
import { unlink } from '@shared/core/commands/unlink';
import type { RecordId } from '@shared/core/kernel/id';
import { optionWord } from '@shared/core/model/field';
import { builtKinds } from '@shared/core/model/kinds';
import { type Execute, useExecute } from '../../../state/use-execute';
import { coverageWords } from '@shared/core/coverage/coverage';
import { Mark } from './mark';
import { type MarkState, type Strength, useCoverage } from './use-coverage';

interface ObjectiveMarksProps {
  readonly objectiveId: RecordId;
  readonly taskIds: readonly RecordId[];
  /** 「课程目标 3」 */
  readonly label: string;
  /** Opens the slip of the objective, where links are worked on. */
  readonly onOpen: (objectiveId: RecordId) => void;
}

/** The margin beside an objective: one mark per learning task and one for the final assessment. */
export const ObjectiveMarks = memo(function ObjectiveMarks(props: ObjectiveMarksProps) {
  const { objectiveId, taskIds, label, onOpen } = props;
  const execute = useExecute();
  const marks = useCoverage(objectiveId, taskIds);
  const press = ({ taskId, state }: MarkState) => {
    onOpen(objectiveId);
    if (state !== 'none') return;
    if (taskId === null)
      execute(addAssessmentPoint, { objectiveId, learningTaskId: null, text: '' });
    else execute(link, { kind: 'objectiveTask', fromId: objectiveId, toId: taskId });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, mark: MarkState) => {
    const { linkId } = mark;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowRight: () => {
        step(event.currentTarget, true);
      },
      ArrowLeft: () => {
        step(event.currentTarget, false);
      },
      ArrowDown: () => {
        stepLine(event.currentTarget, 1);
      },
      ArrowUp: () => {
        stepLine(event.currentTarget, -1);
      },
      Enter: () => {
        onOpen(objectiveId);
      },
      ' ': () => {
        if (mark.taskId === null) press(mark);
        else cycle(execute, objectiveId, mark);
      },
      Delete: () => {
        if (linkId !== null) execute(unlink, { mappingId: linkId });
      },
    };
    const doing = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (doing === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    doing();
  };
  return (
    <span className="margin marks" role="group" aria-label={`${label}的对应`}>
      {marks.map((mark, index) => (
        <button
          key={mark.taskId ?? 'final'}
          type="button"
          className="mark"
          tabIndex={index === 0 ? 0 : -1}
          aria-label={`${label} 与 ${columnName(mark.taskId, index)}：${markWords(mark)}`}
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
});

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

/** 训练，12学时，2条考核要点 */
function markWords({ taskId, state, hours, strength, points }: MarkState): string {
  if (state === 'none') return coverageWords.none;
  const words = [
    strength === null ? '' : strengthWord(strength),
    hours === null || hours === 0 ? '' : `${String(hours)}学时`,
    points === 0 ? '没有考核要点' : `${String(points)}条考核要点`,
    state === 'suspect' ? coverageWords.suspect : '',
    taskId !== null && state === 'named' ? coverageWords.named : '',
  ];
  return words.filter((word) => word !== '').join('，');
}

function strengthWord(strength: Strength): string {
  return optionWord(builtKinds.objectiveTask.fields.strength, strength);
}

/** 没有对应 → 引入 → 训练 → 达标 → 没有对应. */
function cycle(execute: Execute, objectiveId: RecordId, mark: MarkState): void {
  const { taskId, linkId, strength } = mark;
  if (taskId === null) return;
  const { options } = builtKinds.objectiveTask.fields.strength;
  const [first] = options;
  if (linkId === null || strength === null) {
    const fields = { strength: first };
    execute(link, { kind: 'objectiveTask', fromId: objectiveId, toId: taskId, fields });
    return;
  }
  // From an option of a newer version on to the first we know.
  const next = options[options.findIndex((option) => option === strength) + 1];
  if (next === undefined) execute(unlink, { mappingId: linkId });
  else execute(editField, { id: linkId, field: 'strength', value: next });
}

/** The mark of the same column beside the objective above or below. */
function stepLine(from: HTMLElement, by: 1 | -1): void {
  const line = from.closest('.marks');
  const lines = [...(from.closest('section')?.querySelectorAll('.margin.marks') ?? [])];
  if (line === null) return;
  const column = [...line.children].indexOf(from);
  const next = lines[lines.indexOf(line) + by]?.children[column];
  if (next instanceof HTMLElement) next.focus();
}

function step(from: HTMLElement, forward: boolean): void {
  const next = forward ? from.nextElementSibling : from.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}
