import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react';
import { useDocument, useRefusalAt, useView } from '../../../state/studio';
import { type FieldPlace, placeKey } from './field-place';
import { useTextDraft } from './use-text-draft';

/** What a list adds to the line it is written in. */
export interface LineKeys {
  /** Told every key that is not the input method's; true when it was dealt with. */
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>, commit: () => void) => boolean;
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>, commit: () => void) => boolean;
}

interface GrowingTextProps extends LineKeys {
  readonly place: FieldPlace;
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
  const refusal = useRefusalAt(place);
  const refusalId = useId();
  const draft = useTextDraft<HTMLTextAreaElement>({
    value,
    onCommit,
    // A hidden twin of the text gives the field its height; no measuring, no layout in between.
    onShown: (text) => {
      if (frame.current !== null) frame.current.dataset['shown'] = `${text} `;
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (draft.isForInputMethod(event)) {
      // Nobody further up may act on a key of the input method, and a stray Enter must not break a line.
      if (event.key === 'Enter' && !event.nativeEvent.isComposing && !multiline) {
        event.preventDefault();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey) draft.commit();
    if (readOnly || props.onKey?.(event, draft.commit)) return;
    if (event.key === 'Enter' && !multiline) {
      event.preventDefault();
      draft.commit();
    }
  };
  const describing = [refusal === undefined ? '' : refusalId, describedBy ?? ''].join(' ').trim();
  return (
    <>
      <span ref={frame} className="growing">
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
            if (readOnly || props.onPaste?.(event, draft.commit) || multiline) return;
            pasteAsOneLine(event);
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

/** A field of one line takes several pasted lines as one. */
function pasteAsOneLine(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = event.clipboardData.getData('text/plain');
  if (!/[\r\n\t]/.test(text)) return;
  event.preventDefault();
  const { currentTarget } = event;
  const { selectionStart, selectionEnd } = currentTarget;
  const one = text.trim().replace(/[\r\n\t]+/g, ' ');
  currentTarget.setRangeText(one, selectionStart, selectionEnd, 'end');
  currentTarget.dispatchEvent(new InputEvent('input', { bubbles: true, data: one }));
}
