import type { RecordId } from '@shared/core/kernel/id';
import { useShowUnfinished, useWritten } from '../../state/use-checks';
import { ProgressPill } from '../../ui/progress-pill';

/** How far the page and what stands below it is written; opens what is not. */
export function PageWritten({ id }: { readonly id: RecordId }) {
  const written = useWritten(id);
  const show = useShowUnfinished();
  if (written === undefined) return null;
  const { done, total } = written;
  return (
    <ProgressPill
      words={done === total ? '写齐了' : `已写 ${String(done)}／${String(total)}`}
      what="连同下面的各页；看还没有写的"
      done={done}
      total={total}
      onClick={show}
    />
  );
}
