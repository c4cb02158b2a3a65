import { type KeyboardEvent, useMemo } from 'react';
import { useStudio } from '../../state/studio';
import { dayAndTime } from '../../ui/format-time';
import { Button } from '../../ui/button';
import { detailOf, type HistoryLine, wayOf } from './history-lines';

const asideWords = { undo: '', redo: '已撤销 · ', bringBack: '撤销后改写了别的 · ' } as const;

/** One step of the history with the way to it. */
export function HistoryRow({
  line,
  nth,
  of,
  now,
  reachable,
  onMove,
  onFocus,
  onKeyDown,
}: {
  readonly line: HistoryLine;
  readonly nth: number;
  readonly of: number;
  readonly now: string;
  readonly reachable: boolean;
  readonly onMove: (line: HistoryLine) => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { step } = line;
  const { document } = useStudio();
  const detail = useMemo(() => detailOf(step, document.getState().project), [document, step]);
  const isUndone = line.action !== 'undo';
  return (
    <li
      className={isUndone ? 'history-row is-undone' : 'history-row'}
      aria-posinset={nth}
      aria-setsize={of}
    >
      <span className="history-label" title={`${step.label}\n${detail}`.trim()}>
        {step.label}
      </span>
      <span className="history-when">
        {asideWords[line.action]}
        {dayAndTime(step.at, now)}
        {step.author === '' ? '' : ` · ${step.author}`}
      </span>
      <span className="history-way">
        <Button
          tone="link"
          aria-label={`${wayOf(line)}：${step.label}`}
          aria-description={detail}
          tabIndex={reachable ? 0 : -1}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          onClick={(event) => {
            // The first click of two has moved the rows: the second would fall on another one.
            if (event.detail > 1) return;
            onMove(line);
          }}
        >
          {wayOf(line)}
        </Button>
      </span>
    </li>
  );
}
