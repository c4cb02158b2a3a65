import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useDocument, useStudio } from '../../state/studio';
import { isWhole } from '../../state/older';
import { useRowWindow } from '../../ui/row-window';
import { HistoryEnd } from './history-end';
import { HistoryRow } from './history-row';
import { type HistoryLine, linesOf, rowAfter, rowHeight, topsOf } from './history-lines';

interface Props {
  /** Goes back or forth to a step, or brings back what was passed over. */
  readonly onMove: (line: HistoryLine) => void;
}

/** Older steps are read when so many rows are left below what is in sight. */
const rowsBelow = 40;

/** What was done, newest first; every step can be gone back to, and forward again. */
export function HistoryPanel({ onMove }: Props) {
  const history = useDocument((state) => state.history);
  const whole = useDocument((state) => isWhole(state.older));
  const lines = useMemo(() => linesOf(history), [history]);
  if (lines.length === 0 && whole) {
    return (
      <div className="panel-empty">
        <h3>还没有改动</h3>
        <p>每一步都记在这里：改了什么、什么时候、谁改的。可以一直退回去。</p>
      </div>
    );
  }
  return <HistoryList lines={lines} onMove={onMove} />;
}

function HistoryList({ lines, onMove }: Props & { readonly lines: readonly HistoryLine[] }) {
  const { older: reader, clock } = useStudio();
  const older = useDocument((state) => state.older);
  const list = useRef<HTMLOListElement>(null);
  const [asked, setAsked] = useState(0);
  const reachable = Math.max(0, Math.min(asked, lines.length - 1));
  const tops = useMemo(() => topsOf(lines.length), [lines.length]);
  const slots = useRowWindow(list, tops, [reachable]);
  const now = clock();
  const look = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => {
    const below = scrollHeight - scrollTop - clientHeight;
    if (below < rowsBelow * rowHeight && !isWhole(older)) void reader.more();
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const next = rowAfter(event.key, reachable, lines.length);
    if (next === undefined) return;
    event.preventDefault();
    flushSync(() => {
      setAsked(next);
    });
    focusReachable(list.current);
  };
  return (
    <ol
      ref={list}
      className="history"
      aria-label="历史"
      onScroll={(event) => {
        look(event.currentTarget);
      }}
    >
      {slots.map((slot) => {
        const line = slot.type === 'row' ? lines[slot.index] : undefined;
        if (slot.type === 'room') {
          return <li key={slot.key} role="presentation" style={{ height: slot.height }} />;
        }
        return line === undefined ? null : (
          <HistoryRow
            key={line.key}
            line={line}
            nth={slot.index + 1}
            of={lines.length}
            now={now}
            reachable={slot.index === reachable}
            onMove={onMove}
            onKeyDown={press}
            onFocus={() => {
              setAsked(slot.index);
            }}
          />
        );
      })}
      <HistoryEnd older={older} onMore={() => void reader.more()} />
    </ol>
  );
}

function focusReachable(list: HTMLElement | null): void {
  const button = list?.querySelector<HTMLElement>('.history-way > [tabindex="0"]');
  button?.focus();
  button?.closest('li')?.scrollIntoView({ block: 'nearest' });
}
