import type { RecordId } from '@shared/core/kernel/id';
import { type Kind, kindSpec } from '@shared/core/model/record';
import type { Piece } from '../../state/pages/page-entry';
import { pageEntryOf, type PagePlace } from '../../state/pages/registry';
import { useDocument } from '../../state/studio';
import { FlagField } from './fields/flag-field';
import { ownPieces } from './own-pieces';
import { PageFrame, type Section } from './page-frame';
import { Pieces } from './pieces';
import { idOfPiece, titleOfPiece } from './piece-words';
import { SheetRow } from './sheet';

interface FormPageProps {
  readonly recordId: RecordId;
  readonly part: string | undefined;
}

/** A page that is made of what its entry in the registry says. */
export function FormPage({ recordId, part }: FormPageProps) {
  const page: PagePlace = { id: recordId, part };
  const kind = useDocument(({ project }) => project.records.get(recordId)?.kind);
  const entry = kind && pageEntryOf(kind, part);
  if (entry === undefined) return null;
  const { form, aside, wide } = entry;
  const canBeFinished =
    part === undefined && Object.hasOwn(kindSpec(entry.kind).fields, 'finished');
  return (
    <PageFrame page={page} sections={sectionsOf(entry.kind, form)} wide={wide}>
      {canBeFinished && (
        <div className="about about-flush">
          <FlagField recordId={recordId} field="finished" />
          {aside !== undefined && ownPieces[aside](recordId, recordId)}
        </div>
      )}
      <div className="sheet no-margin">
        <Pieces recordId={recordId} pageId={recordId} pieces={form} />
        <SheetRow className="sheet-end">{null}</SheetRow>
      </div>
    </PageFrame>
  );
}

/** The ways over a page to its pieces. */
export function sectionsOf(kind: Kind, form: readonly Piece[]): readonly Section[] {
  return form.flatMap((piece) => {
    const id = idOfPiece(piece);
    const name = ('jump' in piece ? piece.jump : undefined) ?? titleOfPiece(kind, piece);
    return id === undefined || name === '' ? [] : [{ id, name }];
  });
}
