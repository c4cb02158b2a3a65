import { isWhole, type Older } from '../../state/older';
import { Button } from '../../ui/button';

/** What stands below the oldest known step. */
export function HistoryEnd({
  older,
  onMore,
}: {
  readonly older: Older;
  readonly onMore: () => void;
}) {
  const { problem, isCut } = older;
  if (!isWhole(older)) return <li className="history-end">正在从日志里取更早的步骤…</li>;
  if (problem === '') {
    return <li className="history-end">{isCut ? '更早的步骤不在这台电脑上。' : '从这里开始。'}</li>;
  }
  return (
    <li className="history-end" role="alert">
      更早的步骤取不出来：{problem}
      <Button tone="link" onClick={onMore}>
        再取一次
      </Button>
    </li>
  );
}
