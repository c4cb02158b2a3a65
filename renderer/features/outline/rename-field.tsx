import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { find } from '@shared/core/model/project';
import { type AnyRecord, fieldOf, isKnown } from '@shared/core/model/record';
import { useDocument } from '../../state/studio';
import { useTextDraft } from '../../state/writing/use-text-draft';
import type { OutlineRow as Row } from './outline-rows';
import type { OutlineActions } from './use-outline';

interface Props {
  /** The row as it was when the renaming began. */
  readonly row: Row;
  readonly actions: OutlineActions;
  readonly onDone: (row: null) => void;
}

/** A name written in the outline: saved while it is written like all text; Esc puts the old one back. */
export function RenameField({ row, actions, onDone }: Props) {
  const input = useRef<HTMLInputElement | null>(null);
  const written = useDocument(({ project }) => nameOf(find(project, row.id)));
  const [before] = useState(written);
  const draft = useTextDraft<HTMLInputElement>({
    value: written,
    // Blanks at the ends go when the name is whole: 「CAD 」 may become 「CAD 制图」.
    onCommit: (name) => actions.rename(row, name),
  });
  useLayoutEffect(() => {
    input.current?.focus();
  }, []);
  const end = (name: string) => {
    if (name !== name.trim()) actions.rename(row, name.trim());
    onDone(null);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (draft.isForInputMethod(event)) return;
    if (event.key === 'Enter') {
      draft.finish();
      end(event.currentTarget.value);
    }
    if (event.key !== 'Escape') return;
    draft.replace(before);
    onDone(null);
  };
  return (
    <input
      className="outline-rename"
      aria-label={`给“${row.name}”改名`}
      autoComplete="off"
      ref={(element) => {
        input.current = element;
        draft.attach(element);
      }}
      {...draft.handlers}
      onBlur={({ currentTarget }) => {
        draft.handlers.onBlur();
        end(currentTarget.value);
      }}
      onKeyDown={keys}
      data-own-undo=""
    />
  );
}

function nameOf(record: AnyRecord | undefined): string {
  const name = record && isKnown(record) ? fieldOf(record, 'name') : '';
  return typeof name === 'string' ? name : '';
}
