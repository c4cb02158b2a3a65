import type { Place } from '@shared/core/model/place';
import { severityWords } from '@shared/core/rules/rule';
import { useFieldMark } from '../../../state/use-checks';
import { useStudio } from '../../../state/studio';
import { SeverityMark } from '../../../ui/severity-mark';

/** The worst thing said about a field, in the gutter before it; one mark at most. */
export function FieldMark({ place }: { readonly place: Place }) {
  const mark = useFieldMark(place);
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
