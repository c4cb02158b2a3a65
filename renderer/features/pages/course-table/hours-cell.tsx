import { type KeyboardEvent, type RefObject, useImperativeHandle, useRef } from 'react';
import { setTermHours } from '@shared/core/commands/set-term-hours';
import type { RecordId } from '@shared/core/kernel/id';
import type { TermCell } from '@shared/core/hours/course-table';
import { useExecute } from '../../../state/use-execute';
import { keepInSight, keepUncovered } from '../../../ui/keep-in-sight';
import { readNumber, shownNumber } from '../fields/number-text';
import { useTextDraft } from '../../../state/writing/use-text-draft';

export interface CellHand {
  /** Takes the focus; `isShown`: and is brought into sight. */
  readonly focus: (isShown: boolean) => void;
  /** Takes over what was typed; false when it cannot be read and stays. */
  readonly commit: () => boolean;
  /** Puts back what stood there before it was typed in. */
  readonly restore: () => void;
}

/** The name of a cell under which text is kept that is no number of hours. */
export function cellPlace(cell: {
  readonly startPointId: RecordId;
  readonly courseId: RecordId;
  readonly term: number;
}): string {
  return `${cell.courseId} term ${cell.startPointId} ${String(cell.term)}`;
}

interface HoursCellProps {
  readonly startPointId: RecordId;
  readonly courseId: RecordId;
  readonly cell: TermCell;
  readonly label: string;
  readonly readOnly: boolean;
  readonly hand: RefObject<CellHand | null>;
  /** What was typed is no number of hours: the sentence; '' when it is fine again. */
  readonly onProblem: (message: string) => void;
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onEdit: () => void;
}

/** The cell with the cursor: a field that is always ready to be typed over. */
export function HoursCell(props: HoursCellProps) {
  const { startPointId, courseId, cell, hand, onProblem } = props;
  const execute = useExecute();
  const input = useRef<HTMLInputElement | null>(null);
  const isSound = useRef(true);
  const draft = useTextDraft<HTMLInputElement>({
    value: shownNumber(cell.hours),
    isValue: true,
    keptAs: cellPlace({ startPointId, courseId, term: cell.term }),
    onCommit: (typed, moment) => {
      const reading = readNumber(typed, 'hours');
      if (!reading.ok && moment === 'onTheWay') return false;
      onProblem(reading.ok ? '' : reading.message);
      const { term } = cell;
      isSound.current =
        reading.ok &&
        execute(setTermHours, { startPointId, courseId, term, hours: reading.value }).ok;
      return isSound.current;
    },
    // Typed back to what the project holds, nothing is committed and nothing is wrong any more.
    onShown: (text) => {
      if (readNumber(text, 'hours').ok) onProblem('');
    },
  });
  useImperativeHandle(hand, () => ({
    focus: (isShown) => {
      input.current?.focus({ preventScroll: true });
      input.current?.select();
      if (!isShown || input.current === null) return;
      keepInSight(input.current);
      keepUncovered(input.current);
    },
    commit: () => {
      isSound.current = true;
      draft.finish();
      return isSound.current;
    },
    restore: draft.restore,
  }));
  return (
    <input
      ref={(element) => {
        input.current = element;
        draft.attach(element);
      }}
      className="hours-cell"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={props.label}
      readOnly={props.readOnly || cell.locked}
      {...draft.handlers}
      onKeyDown={(event) => {
        if (!draft.isForInputMethod(event)) props.onKey(event);
      }}
      onDoubleClick={props.onEdit}
    />
  );
}
