import { type KeyboardEventHandler, useId, useLayoutEffect, useRef } from 'react';
import { useFind } from '../../state/use-find';
import { useDocument } from '../../state/studio';
import { useWholeWords } from '../../ui/use-whole-words';

interface Props {
  /** Arrows walk the hits, Enter goes to one. */
  readonly onKeyDown: KeyboardEventHandler;
  readonly current: number;
}

/** What is looked for, and how. */
export function FindFields({ onKeyDown, current }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const find = useFind((state) => state);
  const readOnly = useDocument((state) => state.readOnly);
  const { asked, change, answer } = find;
  const query = useWholeWords((text) => {
    change({ query: text });
  });
  const replacement = useWholeWords((text) => {
    change({ replacement: text });
  });
  // Before the next key: what is typed right after Ctrl+F belongs here.
  useLayoutEffect(() => {
    if (!answer()) return;
    input.current?.focus();
    input.current?.select();
  }, [asked, answer]);
  return (
    <div className="find-fields" data-own-undo="">
      <label htmlFor={`${id}-query`}>查找</label>
      <input
        ref={input}
        id={`${id}-query`}
        className="input"
        value={find.query}
        aria-controls="find-list"
        aria-activedescendant={current < 0 ? undefined : `find-hit-${String(current)}`}
        onChange={(event) => {
          change({ query: event.target.value });
        }}
        {...query}
        onKeyDown={onKeyDown}
      />
      {find.replacing && !readOnly ? (
        <>
          <label htmlFor={`${id}-replacement`}>替换为</label>
          <input
            id={`${id}-replacement`}
            className="input"
            value={find.replacement}
            onChange={(event) => {
              change({ replacement: event.target.value });
            }}
            {...replacement}
          />
        </>
      ) : null}
      <div className="find-options">
        <Option
          label="区分大小写"
          checked={find.matchCase}
          onChange={(matchCase) => {
            change({ matchCase });
          }}
        />
        <Option
          label="区分全角半角"
          checked={find.matchWidth}
          onChange={(matchWidth) => {
            change({ matchWidth });
          }}
        />
        {readOnly ? null : (
          <Option
            label="替换"
            checked={find.replacing}
            onChange={(replacing) => {
              change({ replacing });
            }}
          />
        )}
      </div>
    </div>
  );
}

interface OptionProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Option({ label, checked, onChange }: OptionProps) {
  return (
    <label className="find-option">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      {label}
    </label>
  );
}
