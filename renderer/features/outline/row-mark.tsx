import { severityWords } from '@shared/core/rules/rule';
import { useWorstMark } from '../../state/use-checks';
import { Icon } from '../../ui/icon';
import { SeverityMark } from '../../ui/severity-mark';

interface Props {
  readonly id: string;
  readonly finished: boolean;
}

/** One mark at most: the worst thing said about the page of a row, else that it is finished. */
export function RowMark({ id, finished }: Props) {
  const severity = useWorstMark(id);
  if (severity !== undefined) {
    return (
      <span className="outline-mark" title={`有${severityWords[severity]}`}>
        <SeverityMark severity={severity} />
      </span>
    );
  }
  if (!finished) return null;
  return (
    <span className="outline-done" title="已完成">
      <Icon name="tick" size={12} />
    </span>
  );
}
