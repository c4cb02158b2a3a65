import type { ReactNode } from 'react';
import { Button } from './button';

interface PlainPageProps {
  readonly title: string;
  /** What the page is about, in one line. */
  readonly lead?: ReactNode;
  readonly className?: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** A page that is no part of a project: its title, and the way back. */
export function PlainPage({ title, lead, className, onBack, children }: PlainPageProps) {
  const classes = className === undefined ? 'plain-page' : `plain-page ${className}`;
  return (
    <main className={classes} id="region-page" aria-label={title}>
      <div className="plain-head">
        <Button tone="link" onClick={onBack}>
          ← 回去
        </Button>
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="meta">{lead}</p>}
      </div>
      {children}
    </main>
  );
}
