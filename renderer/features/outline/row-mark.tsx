import { severityWords } from '@shared/core/rules/rule';
import { useWorstMark } from '../../state/checks-store';
import { SeverityMark } from '../../ui/severity-mark';

/** The worst thing said about the page of a row: one mark, or none. */
export function RowMark({ id }: { readonly id: string }) {
  const severity = useWorstMark(id);
  if (severity === undefined) return null;
  return (
    <>
      <SeverityMark severity={severity} />
      <span className="hidden-title">，有{severityWords[severity]}</span>
    </>
  );
}
