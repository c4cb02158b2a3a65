import { type KeyboardEvent, type RefObject, useImperativeHandle, useRef } from 'react';
import { setTermHours } from '@shared/core/commands/set-term-hours';
import type { RecordId } from '@shared/core/kernel/id';
import type { TermCell } from '@shared/core/hours/course-table';
import { useExecute } from '../../../state/use-execute';
import { readNumber, shownNumber } from '../fields/number-text';
import { useTextDraft } from '../../../state/writing/use-text-draft';

export interface CellHand {
  readonly focus: () => void;
  /** Takes over what was typed; false when it cannot be read and stays. */
  readonly commit: () => boolean;
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
    focus: () => {
      input.current?.focus({ preventScroll: true });
      input.current?.select();
      input.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    commit: () => {
      isSound.current = true;
      draft.finish();
      return isSound.current;
    },
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
