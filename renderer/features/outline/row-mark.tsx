import { severityWords } from '@shared/core/rules/rule';
import { useWorstMark, useWritten } from '../../state/use-checks';
import { Icon } from '../../ui/icon';
import { SeverityMark } from '../../ui/severity-mark';

interface Props {
  readonly id: string;
  readonly finished: boolean;
}

/** One mark at most: the worst thing said about the page of a row, else that it is finished, else how far it is written. */
export function RowMark({ id, finished }: Props) {
  const severity = useWorstMark(id);
  if (severity !== undefined) {
    return (
      <span className="outline-mark" title={`有${severityWords[severity]}`}>
        <SeverityMark severity={severity} />
      </span>
    );
  }
  if (!finished) return <WrittenMark id={id} />;
  return (
    <span className="outline-done" title="已完成">
      <Icon name="tick" size={12} />
    </span>
  );
}

/** An empty square where nothing is written yet, a half one where something is missing; none where nothing is. */
function WrittenMark({ id }: Pick<Props, 'id'>) {
  const written = useWritten(id);
  if (written === undefined || written.done === written.total) return null;
  const { done, total } = written;
  const words = `已写 ${String(done)}／${String(total)}，还有 ${String(total - done)} 处`;
  return (
    <span className="outline-mark" title={words}>
      <svg className="written-mark" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1.500 1.500h9v9h-9z" className={done === 0 ? 'is-empty' : ''} />
        {done === 0 ? null : <path d="M1.500 6h9v4.500h-9z" className="is-full" />}
      </svg>
      <span className="hidden-title">{words}</span>
    </span>
  );
}
