import type { ReactNode } from 'react';
import { Why } from './why';

interface RowProps {
  readonly children: ReactNode;
  /** What the app remembers beside the row; not printed. */
  readonly margin?: ReactNode;
  readonly className?: string;
}

/** A row of the sheet: gutter, paper, margin. Only the paper is printed. */
export function SheetRow({ children, margin, className }: RowProps) {
  return (
    <div className="sheet-row">
      <div className="gutter" />
      <div className={`paper ${className ?? ''}`}>{children}</div>
      <div className="margin">{margin}</div>
    </div>
  );
}

interface BandProps {
  readonly id: string;
  readonly title: string;
  /** Said at the right of the band: a count, what is still missing. */
  readonly note?: ReactNode;
  readonly margin?: ReactNode;
  /** The field whose 为什么 stands behind the title. */
  readonly why?: FieldName;
}

/** A kind and one of its fields. */
type FieldName = readonly [kind: string, field: string];

/** A band of the form: the title of the part below it. */
export function Band({ id, title, note, margin, why }: BandProps) {
  return (
    <div className="sheet-row">
      <div className="gutter" />
      <div className="band">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {why && <Why kind={why[0]} field={why[1]} label={title} />}
        {note !== undefined && <span className="band-note">{note}</span>}
      </div>
      <div className="margin margin-head">{margin}</div>
    </div>
  );
}

/** A smaller heading inside a part. */
export function SubHead({
  children,
  note,
  why,
}: {
  readonly children: ReactNode;
  readonly note?: ReactNode;
  readonly why?: FieldName;
}) {
  return (
    <h3 className="subhead">
      <span>
        {children}
        {why && <Why kind={why[0]} field={why[1]} />}
      </span>
      {note !== undefined && <span className="band-note">{note}</span>}
    </h3>
  );
}

interface CellLabelProps {
  readonly children: string;
  readonly why?: FieldName;
}

/** The label cell of a row, as the form prints it. */
export function CellLabel({ children, why }: CellLabelProps) {
  return (
    <span className="cell-label">
      {children}
      {why && <Why kind={why[0]} field={why[1]} label={children} />}
    </span>
  );
}
