import type { Step } from '@shared/core/changes/history';
import { useDocument, useStudio } from '../../state/studio';
import { dayAndTime } from '../../ui/format-time';
import { Button } from '../../ui/button';

const shownSteps = 300;

/** What was done, newest first; every step can be gone back to, and forward again. */
export function HistoryPanel() {
  const { document, clock, pending } = useStudio();
  const history = useDocument((state) => state.history);
  const future = history.future.toArray().reverse();
  const past = history.past.take(shownSteps).toArray();
  const more = history.past.size - past.length;
  const now = clock();
  const repeat = (times: number, action: 'undo' | 'redo') => {
    pending.commitAll();
    for (let count = 0; count < times; count += 1) document.getState()[action]();
  };
  if (past.length + future.length === 0) {
    return (
      <div className="panel-empty">
        <h3>还没有改动</h3>
        <p>每一步都记在这里：改了什么、什么时候、谁改的。可以一直退回去。</p>
      </div>
    );
  }
  return (
    <ol className="history" aria-label="历史">
      {future.map((step, index) => (
        <HistoryRow key={step.of} step={step} now={now} undone>
          <Button
            tone="link"
            onClick={() => {
              repeat(future.length - index, 'redo');
            }}
          >
            重做到这里
          </Button>
        </HistoryRow>
      ))}
      {past.map((step, index) => (
        <HistoryRow key={step.of} step={step} now={now} undone={false}>
          <Button
            tone="link"
            onClick={() => {
              repeat(index + 1, 'undo');
            }}
          >
            {index === 0 ? '撤销这一步' : '退到这一步之前'}
          </Button>
        </HistoryRow>
      ))}
      {more > 0 ? <li className="history-more">更早还有 {more} 步</li> : null}
    </ol>
  );
}

function HistoryRow({
  step,
  now,
  undone,
  children,
}: {
  readonly step: Step;
  readonly now: string;
  readonly undone: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <li className={undone ? 'history-row is-undone' : 'history-row'}>
      <span className="history-label">{step.label}</span>
      <span className="history-when">
        {undone ? '已撤销 · ' : ''}
        {dayAndTime(step.at, now)}
        {step.author === '' ? '' : ` · ${step.author}`}
      </span>
      <span className="history-way">{children}</span>
    </li>
  );
}
