import type { ComponentProps } from 'react';
import { Glyph } from './glyph';

interface ActProps extends Omit<ComponentProps<'button'>, 'type' | 'className'> {
  /** Drawn before the words. */
  readonly glyph?: 'plus' | 'open';
}

/** Something to do or a place to go to, in words on the page. */
export function TextButton({ glyph, children, ...rest }: ActProps) {
  return (
    <button type="button" className="text-button" {...rest}>
      {glyph && <Glyph name={glyph} />}
      {children}
    </button>
  );
}

/** Adds a line, a row or a page where it stands. */
export function AddButton({ children, ...rest }: Omit<ActProps, 'glyph'>) {
  return (
    <button type="button" className="add" {...rest}>
      <Glyph name="plus" />
      {children}
    </button>
  );
}
