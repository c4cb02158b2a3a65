import type { RecordId } from '@shared/core/kernel/id';
import { lineFieldOf } from '@shared/core/model/family';
import { find } from '@shared/core/model/project';
import { isKnown, type Kind, kindSpec } from '@shared/core/model/record';
import { characterCount } from '@shared/core/rules/reading';
import type { ListPiece, PartPiece, Piece, TextPiece } from '../../state/pages/page-entry';
import { useDocument } from '../../state/studio';
import { CellsRow } from './cells-row';
import { Example } from './example';
import { ItemList } from './fields/item-list';
import { RecordList } from './fields/record-list';
import { TextArea } from './fields/text-field';
import { useChildren, useField, useOnlyChild } from './fields/use-field';
import { ownPieces } from './own-pieces';
import { idOfPiece, titleOfPiece } from './piece-words';
import { RowsTable } from './rows-table';
import { Band, SheetRow, SubHead } from './sheet';

interface PiecesProps {
  readonly recordId: RecordId;
  /** The record of the page they stand on. */
  readonly pageId: RecordId;
  readonly pieces: readonly (Piece | string)[];
  /** True inside a part: texts have a smaller heading. */
  readonly isInner?: boolean;
}

/** Pieces of a page, drawn as the form has them. */
export function Pieces({ pieces, ...around }: PiecesProps) {
  const kind = useDocument(({ project }) => knownKind(find(project, around.recordId)));
  if (kind === undefined) return null;
  return pieces.map((piece) =>
    typeof piece === 'string' ? (
      <Head key={piece} title={piece} />
    ) : (
      <OnePiece key={JSON.stringify(piece)} piece={piece} kind={kind} {...around} />
    ),
  );
}

function knownKind(record: ReturnType<typeof find>): Kind | undefined {
  return record !== undefined && isKnown(record) ? record.kind : undefined;
}

type Drawn<P extends Piece> = Omit<PiecesProps, 'pieces'> & {
  readonly piece: P;
  readonly kind: Kind;
};

function OnePiece({ piece, ...rest }: Drawn<Piece>) {
  const { recordId, pageId, kind } = rest;
  if ('own' in piece) return ownPieces[piece.own](recordId, pageId);
  if ('cells' in piece) return <CellsRow piece={piece} recordId={recordId} kind={kind} />;
  if ('text' in piece) return <Text piece={piece} {...rest} />;
  if ('rows' in piece) return <RowsTable piece={piece} recordId={recordId} />;
  return 'of' in piece ? <Part piece={piece} {...rest} /> : <List piece={piece} {...rest} />;
}

function Head(props: {
  readonly title: string;
  readonly why?: readonly [kind: string, field: string];
}) {
  return (
    <SheetRow>
      <SubHead {...(props.why && { why: props.why })}>{props.title}</SubHead>
    </SheetRow>
  );
}

function Text({ piece, recordId, kind, isInner }: Drawn<TextPiece>) {
  const { text: field, wish, blank = '还没有写' } = piece;
  const { value } = useField(recordId, field);
  const written = typeof value === 'string' ? value : '';
  const title = titleOfPiece(kind, piece);
  const id = idOfPiece(piece) ?? '';
  const body = (
    <>
      <TextArea recordId={recordId} field={field} ghost="在这里写……" />
      <Example kind={kind} field={field} underField />
    </>
  );
  if (isInner === true) {
    return (
      <SheetRow className="advice">
        <SubHead {...(wish && { note: lengthNote(written, piece) })} why={[kind, field]}>
          {title}
        </SubHead>
        {body}
      </SheetRow>
    );
  }
  return (
    <section aria-labelledby={id}>
      <Band
        id={id}
        title={title}
        note={lengthNote(written, { ...piece, blank })}
        why={[kind, field]}
      />
      <SheetRow className="description">{body}</SheetRow>
    </section>
  );
}

function List({ piece, recordId, kind }: Drawn<ListPiece>) {
  const title = titleOfPiece(kind, piece);
  const ghosted = { ...(piece.ghost !== undefined && { ghost: piece.ghost }) };
  if ('lines' in piece) return <Lines of={piece.lines} {...{ title, recordId, ghosted }} />;
  return (
    <>
      <Head title={title} why={[kind, piece.items]} />
      <ItemList recordId={recordId} field={piece.items} {...ghosted} />
    </>
  );
}

interface LinesProps {
  readonly of: Kind;
  readonly title: string;
  readonly recordId: RecordId;
  readonly ghosted: { readonly ghost?: string };
}

function Lines({ of: kind, title, recordId, ghosted }: LinesProps) {
  const field = lineFieldOf(kind) ?? '';
  const example = <Example kind={kind} field={field} />;
  return (
    <>
      <Head title={title} why={[kind, field]} />
      <RecordList
        {...{ kind, field, parentId: recordId }}
        records={useChildren(kind, recordId)}
        noun={kindSpec(kind).label}
        empty={<SheetRow>{example}</SheetRow>}
        {...ghosted}
      />
    </>
  );
}

/** A part of the page about the one record of a kind below. */
function Part({ piece, recordId, pageId }: Drawn<PartPiece>) {
  const { of: kind, why, pieces } = piece;
  const record = useOnlyChild(kind, recordId);
  if (record === undefined) return null;
  const title = titleOfPiece(kind, piece);
  const inner = <Pieces recordId={record.id} pageId={pageId} pieces={pieces} isInner />;
  if (title === '') return inner;
  const id = idOfPiece(piece) ?? '';
  return (
    <section aria-labelledby={id}>
      <Band id={id} title={title} {...(why !== undefined && { why: [kind, why] as const })} />
      {inner}
    </section>
  );
}

/** 「208 字，宜 300～600 字」; while nothing is written, what is wished for. */
function lengthNote(text: string, { wish, blank = '' }: Pick<TextPiece, 'wish' | 'blank'>): string {
  const count = characterCount(text);
  const wished = wish === undefined ? '' : `宜 ${String(wish[0])}～${String(wish[1])} 字`;
  if (count === 0) return wish === undefined ? blank : wished;
  return [`${String(count)} 字`, wished].filter((words) => words !== '').join('，');
}
