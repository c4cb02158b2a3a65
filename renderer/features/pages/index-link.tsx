import type { RecordId } from '@shared/core/kernel/id';
import type { PagePlace } from '../../state/pages/registry';
import { useView } from '../../state/studio';
import { Glyph } from './glyph';

interface IndexLinkProps extends Partial<PagePlace> {
  readonly id: RecordId;
  readonly name: string;
  readonly note: string;
}

/** A line that goes to a page. */
export function IndexLink({ id, part, name, note }: IndexLinkProps) {
  const show = useView((view) => view.show);
  const select = useView((view) => view.select);
  return (
    <button
      type="button"
      className="index-link"
      onClick={() => {
        if (part === undefined) select({ record: id });
        else show({ kind: 'record', id, part });
      }}
    >
      <Glyph name="right" />
      <span>{name}</span>
      {note !== '' && <span className="index-note">{note}</span>}
    </button>
  );
}
