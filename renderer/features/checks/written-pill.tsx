import { useChecks, useShowUnfinished } from '../../state/use-checks';
import { ProgressPill } from '../../ui/progress-pill';

/** How far the whole project is written, counted by the rules; opens what is not written yet. */
export function WrittenPill() {
  const whole = useChecks(({ report }) => report?.whole);
  const show = useShowUnfinished();
  if (whole === undefined) return null;
  const { done, total } = whole;
  const left = total - done;
  const count = `${String(done)}／${String(total)}`;
  return (
    <ProgressPill
      words={left === 0 ? '该写的都写了' : `已写 ${count} · 还有 ${String(left)} 处`}
      what="看还没有写的"
      done={done}
      total={total}
      onClick={show}
    />
  );
}
