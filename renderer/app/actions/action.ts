import { offerUndo } from '../../state/offer-undo';
import { firstPage } from '../../state/page-owner';
import type { Studio } from '../../state/studio';

/** Something the teacher can ask the window for: from a menu, by key, in the palette. */
export interface Action {
  readonly id: string;
  /** Chinese; ends in … when a question follows. */
  readonly title: string;
  /** Keys in the form `Ctrl+Shift+Z`; the first is shown. */
  readonly keys?: readonly string[];
  /** Further words the palette finds it by. */
  readonly words?: string;
  /** Its keys change the document: they are nobody's while a dialog or a field of something else has the focus. */
  readonly edits?: true;
  /** Left out = always possible. */
  readonly possible?: (studio: Studio) => boolean;
  readonly run: (studio: Studio) => void;
}

export function isPossible(action: Action, studio: Studio): boolean {
  return action.possible?.(studio) ?? true;
}

/** A project is open. */
export function hasProject({ document }: Studio): boolean {
  return document.getState().session !== null;
}

/** A project is open and may be changed. */
export function canEdit({ document }: Studio): boolean {
  const { session, readOnly } = document.getState();
  return session !== null && !readOnly;
}

/** Shows the project again where the help, the settings or the backups stand in its place. */
export function backToProject({ document, view }: Studio): void {
  const { page, back, show } = view.getState();
  if (page.kind === 'record') return;
  const last = back.findLast(({ kind }) => kind === 'record');
  const id = firstPage(document.getState().project);
  if (last !== undefined) show(last);
  else if (id !== undefined) show({ kind: 'record', id });
}

/** Says what was just done; a receipt goes by itself. */
export function receipt(studio: Studio, text: string, undo = false): void {
  if (undo) offerUndo(studio, text);
  else studio.messages.getState().say({ tone: 'receipt', text, at: null, action: null });
}

/** Says that there was nothing to do, or that something goes on: nothing was done, so nothing is ticked off. */
export function remark(studio: Studio, text: string): void {
  studio.messages.getState().say({ tone: 'word', text, at: null, action: null });
}
