import type { RecordId } from '../kernel/id';
import type { Kind } from '../model/record';
import type { Matrix, MatrixCell, MatrixLine } from './matrix';
import type { Condition } from './spec';

/** A row or column that no cell covers, with what is missing. */
export interface Gap {
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly text: string;
  readonly missing: readonly Condition[];
}

/** Rows, then columns, that are covered nowhere; of several beginnings the one that lacks least is told. */
export function gapsOf({ rows, columns, cells }: Matrix): readonly Gap[] {
  return [
    ...rows.flatMap((line) =>
      gapOf(
        line,
        cells.filter(({ row }) => row === line.id),
      ),
    ),
    ...columns.flatMap((line) =>
      gapOf(
        line,
        cells.filter(({ column }) => column === line.id),
      ),
    ),
  ];
}

function gapOf(
  { id: recordId, kind, text, covered }: MatrixLine,
  cells: readonly MatrixCell[],
): readonly Gap[] {
  if (covered > 0) return [];
  const [least] = cells.toSorted((left, right) => left.missing.length - right.missing.length);
  return [{ recordId, kind, text, missing: least?.missing ?? ['link'] }];
}
