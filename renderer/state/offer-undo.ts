import { undoable } from '@shared/core/changes/history';
import type { Studio } from './studio';

/**
 * Says what was just done and offers to take it back. The offer is for that step: once something else is
 * done it is withdrawn, so that it never takes back more than it says.
 */
export function offerUndo(
  { document, messages, pending }: Pick<Studio, 'document' | 'messages' | 'pending'>,
  text?: string,
  /** What is done in its place, where that is offered. */
  instead?: { readonly label: string; readonly run: () => void },
): void {
  const last = () => undoable(document.getState().history)?.step;
  const step = last();
  const isOffered = () => step !== undefined && last() === step;
  const run = () => {
    pending.commitAll();
    if (!isOffered()) return;
    document.getState().undo();
    instead?.run();
  };
  const action = step === undefined ? null : { label: instead?.label ?? '撤销', run, isOffered };
  const words = text ?? `已${step?.label ?? '改'}`;
  messages.getState().say({ tone: 'receipt', text: words, at: null, action });
}
