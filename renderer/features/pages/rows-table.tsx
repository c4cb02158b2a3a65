import type { RecordId } from '@shared/core/kernel/id';
import {
  fieldOf,
  fieldSpec,
  type Kind,
  kindSpec,
  type KnownRecord,
} from '@shared/core/model/record';
import type { Column, RowsPiece } from '../../state/pages/page-entry';
import { Example } from './example';
import { RecordTable } from './fields/record-table';
import { useChildren } from './fields/use-field';
import { idOfPiece, titleOfPiece } from './piece-words';
import { Band, SheetRow } from './sheet';

/** Records of a kind below the page, as a table under a title. */
export function RowsTable(props: { readonly piece: RowsPiece; readonly recordId: RecordId }) {
  const { piece, recordId } = props;
  const { rows: kind, example, steps, note, noun = kindSpec(kind).label } = piece;
  const records = useChildren(kind, recordId);
  const columns = piece.columns ?? columnsOf(kind);
  return (
    <>
      <Band id={idOfPiece(piece) ?? ''} title={titleOfPiece(kind, piece)} note={note} />
      <SheetRow className="table-paper">
        <RecordTable
          kind={kind}
          parentId={recordId}
          ids={records.map(({ id }) => id)}
          noun={noun}
          columns={columns}
          {...(steps !== undefined && { given: { [steps]: nextStep(kind, steps, records) } })}
          {...(example !== undefined && { empty: <Example kind={kind} field={example} /> })}
        />
      </SheetRow>
    </>
  );
}

const plainColumns = new Map<Kind, readonly Column[]>();

/** All fields of a kind beside each other; always the same list. */
function columnsOf(kind: Kind): readonly Column[] {
  const fields = Object.keys(kindSpec(kind).fields);
  const columns =
    plainColumns.get(kind) ?? fields.map((field) => ({ field, share: 100 / fields.length }));
  plainColumns.set(kind, columns);
  return columns;
}

/** The first option that no row has; whoever stands second for one changes the word. */
function nextStep(kind: Kind, field: string, records: readonly KnownRecord[]): string {
  const spec = fieldSpec(kind, field);
  const options = spec?.type === 'choice' ? spec.options : [];
  const taken = records.map((record) => fieldOf(record, field));
  return options.find((option) => !taken.includes(option)) ?? options.at(-1) ?? '';
}
