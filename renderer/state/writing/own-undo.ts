import { NamedTimers } from './named-timers';
import type { TextElement } from './text-draft';
import { TypingRun } from './typing-run';
import { typingTimes } from './typing-times';

interface Shown {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What was written in one field that is not the document's. */
interface Written {
  readonly past: Shown[];
  readonly future: Shown[];
  readonly run: TypingRun;
  readonly pause: NamedTimers<'step'>;
  now: Shown;
}

/** The field of text that an event is about; undefined for buttons, boxes to tick and all else. */
export function textFieldAt(target: EventTarget | null): TextElement | undefined {
  if (target instanceof HTMLTextAreaElement) return target;
  // Chromium gives no selection to an input that holds no text.
  if (target instanceof HTMLInputElement && target.selectionStart !== null) return target;
  return undefined;
}

/**
 * Undo of the fields that are not the document's. Chromium keeps one list of steps for all fields of the
 * page: at the end of what was written here it would go on in a field of the document, and take the
 * focus there. So each field keeps its own, and behind its last step nothing happens.
 */
export class OwnUndo {
  readonly #fields = new WeakMap<TextElement, Written>();
  #isStepping = false;

  /** Before a field is written in: what stands in it is where its undo ends. */
  readonly begin = ({ target }: Event): void => {
    const field = textFieldAt(target);
    if (field !== undefined) this.#of(field).now = shownIn(field);
  };

  /** After a field was written in, or a composition in it ended. */
  readonly note = (event: Event): void => {
    const field = textFieldAt(event.target);
    const { inputType = '', data = null, isComposing = false } = event as Partial<InputEvent>;
    if (field === undefined || this.#isStepping || isComposing) return;
    const written = this.#of(field, true);
    const { now, run } = written;
    const after = shownIn(field);
    if (after.text === now.text) return;
    const edit = { before: now.text, after: after.text, caret: after.end, inputType, data };
    if (run.isOver || run.isLeftBy(edit)) run.end();
    if (!run.isBegun) written.past.push(now);
    run.add(edit);
    written.now = after;
    written.future.length = 0;
    written.pause.restart('step', typingTimes.step, () => {
      run.end();
    });
  };

  /** Takes the last step of a field back, or does it again. */
  step(field: TextElement, way: 'undo' | 'redo'): void {
    const { past, future, run, now } = this.#of(field);
    const [from, to] = way === 'undo' ? [past, future] : [future, past];
    const next = from.pop();
    if (next === undefined) return;
    to.push(now);
    run.end();
    this.#isStepping = true;
    show(field, next);
    this.#isStepping = false;
    this.#of(field, true).now = next;
  }

  /** What the program put into a field (a word that was looked for before) is where its undo begins anew. */
  #of(field: TextElement, isChanged = false): Written {
    const known = this.#fields.get(field);
    if (known !== undefined && (isChanged || known.now.text === field.value)) return known;
    const now = isChanged ? { text: '', start: 0, end: 0 } : shownIn(field);
    const begun = { past: [], future: [], run: new TypingRun(), pause: new NamedTimers<'step'>() };
    const written = { ...begun, now };
    this.#fields.set(field, written);
    return written;
  }
}

function shownIn(field: TextElement): Shown {
  return {
    text: field.value,
    start: field.selectionStart ?? 0,
    end: field.selectionEnd ?? 0,
  };
}

/** Writes as a hand would: who keeps the text of the field hears of it. */
function show(field: TextElement, { text, start, end }: Shown): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  // The setter of the element itself belongs to React, which would hear of no change.
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }));
  field.setSelectionRange(start, end);
}
