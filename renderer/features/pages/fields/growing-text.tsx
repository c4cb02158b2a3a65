import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react';
import { type Place, placeKey } from '@shared/core/model/place';
import { useDocument, useMessages, useRefusalAt, useView } from '../../../state/studio';
import { pasteClean } from './clean-paste';
import { FieldMark } from './field-mark';
import { type TextDraft, useTextDraft } from '../../../state/writing/use-text-draft';

/** What a list adds to the line it is written in. */
export interface LineKeys {
  /** Told every key that is not the input method's; true when it was dealt with. */
  readonly onKey?:
    ((event: KeyboardEvent<HTMLTextAreaElement>, commit: () => void) => boolean) | undefined;
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>, commit: () => void) => boolean;
}

interface GrowingTextProps extends LineKeys {
  readonly place: Place;
  readonly label: string;
  readonly value: string;
  readonly onCommit: (text: string) => boolean;
  /** False: Enter ends the line instead of breaking it. */
  readonly multiline: boolean;
  readonly ghost?: string | undefined;
  readonly describedBy?: string | undefined;
}

/** Text that is always editable and as tall as what stands in it. */
export function GrowingText(props: GrowingTextProps) {
  const { place, label, value, onCommit, multiline, ghost, describedBy } = props;
  const frame = useRef<HTMLSpanElement>(null);
  const noteCursor = useView((view) => view.noteCursor);
  const readOnly = useDocument((state) => state.readOnly);
  const say = useMessages((messages) => messages.say);
  const refusal = useRefusalAt(place);
  const refusalId = useId();
  const draft = useTextDraft<HTMLTextAreaElement>({
    value,
    onCommit,
    keptAs: placeKey(place),
    // A hidden twin of the text gives the field its height; no measuring, no layout in between.
    onShown: (text) => {
      if (frame.current !== null)
        frame.current.dataset.shown = `${text === '' ? (ghost ?? '') : text} `;
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (draft.isForInputMethod(event)) stopStrayEnter(event, multiline);
    else pressKey(event, { draft, multiline, ...(readOnly ? {} : { onKey: props.onKey }) });
  };
  const describing = [refusal === undefined ? '' : refusalId, describedBy ?? ''].join(' ').trim();
  return (
    <>
      <span ref={frame} className="growing">
        <FieldMark place={place} />
        <textarea
          ref={draft.attach}
          rows={1}
          aria-label={label}
          aria-invalid={refusal !== undefined}
          aria-describedby={describing === '' ? undefined : describing}
          data-place={placeKey(place)}
          placeholder={ghost}
          readOnly={readOnly}
          spellCheck={false}
          {...draft.handlers}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            if (readOnly || props.onPaste?.(event, draft.commit)) return;
            const note = pasteClean(event, multiline) ?? '';
            if (note !== '') say({ tone: 'receipt', text: note, at: null, action: null });
          }}
          onFocus={() => {
            noteCursor(place);
          }}
        />
      </span>
      {refusal && (
        <span id={refusalId} className="field-refusal" role="alert">
          {refusal.text}
        </span>
      )}
    </>
  );
}

/** A key of the input method is nobody else's, but its Enter must not break a field of one line. */
function stopStrayEnter(event: KeyboardEvent, multiline: boolean): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing && !multiline) event.preventDefault();
}

interface Pressed extends LineKeys {
  readonly draft: TextDraft<HTMLTextAreaElement>;
  readonly multiline: boolean;
}

function pressKey(event: KeyboardEvent<HTMLTextAreaElement>, pressed: Pressed): void {
  const { draft, multiline, onKey } = pressed;
  // A shortcut acts on what stands in the field.
  if (event.ctrlKey || event.metaKey) draft.commit();
  if (onKey?.(event, draft.commit) === true) return;
  if (event.key === 'Enter' && !multiline) {
    event.preventDefault();
    draft.finish();
  }
}
