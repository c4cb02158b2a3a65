import { fieldSpec, type Kind, kindSpec } from '@shared/core/model/record';
import type { Piece } from '../../state/pages/page-entry';

/** What stands over a piece; '' where it has no title. */
export function titleOfPiece(kind: Kind, piece: Piece): string {
  if ('title' in piece) return piece.title;
  if ('text' in piece) return fieldSpec(kind, piece.text)?.label ?? '';
  if ('items' in piece) return fieldSpec(kind, piece.items)?.label ?? '';
  const below = kindBelow(piece);
  return below === undefined ? '' : kindSpec(below).label;
}

/** The kind a piece is about besides that of its record. */
function kindBelow(piece: Piece): Kind | undefined {
  if ('rows' in piece) return piece.rows;
  if ('lines' in piece) return piece.lines;
  return 'of' in piece ? piece.of : undefined;
}

/** The id of the heading of a piece; undefined where it has none. */
export function idOfPiece(piece: Piece): string | undefined {
  if ('own' in piece) return piece.id;
  const name = 'text' in piece ? piece.text : kindBelow(piece);
  return name === undefined ? undefined : `part-${name}`;
}
