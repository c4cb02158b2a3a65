import { severityWords } from '@shared/core/rules/rule';
import { useFieldMark } from '../../../state/use-checks';
import { useStudio } from '../../../state/studio';
import { SeverityMark } from '../../../ui/severity-mark';
import type { FieldPlace } from './field-place';

/** The worst thing said about a field, in the gutter before it; one mark at most. */
export function FieldMark({ place }: { readonly place: FieldPlace }) {
  const mark = useFieldMark(place.recordId, place.field, place.itemId);
  const { view } = useStudio();
  if (mark === undefined) return null;
  const words = `${severityWords[mark.severity]}：${mark.words}`;
  return (
    <button
      type="button"
      className="field-mark"
      tabIndex={-1}
      aria-label={`${severityWords[mark.severity]}，看检查`}
      title={words}
      onClick={() => {
        view.getState().setSideTab('checks');
      }}
    >
      <SeverityMark severity={mark.severity} />
    </button>
  );
}
