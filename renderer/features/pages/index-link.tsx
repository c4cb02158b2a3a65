import type { RecordId } from '@shared/core/kernel/id';
import { useView } from '../../state/studio';
import { Glyph } from './glyph';

interface IndexLinkProps {
  readonly id: RecordId;
  /** '' = nobody has named it. */
  readonly name: string;
  readonly unnamed: string;
  readonly note: string;
}

/** A line that goes to the page of a record. */
export function IndexLink({ id, name, unnamed, note }: IndexLinkProps) {
  const select = useView((view) => view.select);
  return (
    <button
      type="button"
      className="index-link"
      onClick={() => {
        select({ record: id });
      }}
    >
      <Glyph name="right" />
      <span>{name === '' ? unnamed : name}</span>
      {note !== '' && <span className="index-note">{note}</span>}
    </button>
  );
}
