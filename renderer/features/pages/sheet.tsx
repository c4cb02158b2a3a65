import type { ReactNode } from 'react';

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
}

/** A band of the form: the title of the part below it. */
export function Band({ id, title, note, margin }: BandProps) {
  return (
    <div className="sheet-row">
      <div className="gutter" />
      <div className="band">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
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
}: {
  readonly children: ReactNode;
  readonly note?: ReactNode;
}) {
  return (
    <h3 className="subhead">
      <span>{children}</span>
      {note !== undefined && <span className="band-note">{note}</span>}
    </h3>
  );
}
