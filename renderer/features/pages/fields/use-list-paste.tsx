import { type ClipboardEvent, type ReactNode, type RefObject, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PastedContent } from '@shared/core/clipboard/pasted';
import type { PastedRow } from '@shared/core/clipboard/pasted-rows';
import { type ListQuestion, planListPaste } from '@shared/core/clipboard/plan-list-paste';
import type { RecordId } from '@shared/core/kernel/id';
import { useStudio } from '../../../state/studio';
import type { LineOperations, PastePlace } from './line-operations';
import { PastePreview } from './paste-preview';
import { unseenNote } from './clean-paste';
import { pastedContent } from './pasted-lines';
import { tellPasted } from './tell-pasted';

/** Deals with a paste into a line; false = it is a piece of text for the line itself. */
export type Paster = (
  id: RecordId,
  event: ClipboardEvent<HTMLTextAreaElement>,
  commit: () => void,
) => boolean;

interface Asked {
  readonly question: ListQuestion;
  readonly place: PastePlace;
}

interface ListPaste {
  readonly paste: Paster;
  /** The question which column is what, while it is open. */
  readonly preview: ReactNode;
}

/** What is pasted takes the place of the line: there is nothing in it, or all of it is marked. */
function isMarkedWhole({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): boolean {
  return value.trim() === '' || (selectionStart === 0 && selectionEnd === value.length);
}

/** Pasting lines and tables into a list: at once when it is clear what they are, else after a question. */
export function useListPaste(
  operations: LineOperations,
  noun: string,
  /** Lines selected together when it was pasted; taken out by it. */
  pastedOver?: RefObject<readonly RecordId[]>,
): ListPaste {
  const studio = useStudio();
  const [asked, setAsked] = useState<Asked | null>(null);
  const paste = useMemo<Paster>(() => {
    const tell = (text: string) => {
      studio.messages.getState().say({ tone: 'refusal', text, at: null, action: null });
    };
    const place = (content: PastedContent, at: PastePlace, note: string) => {
      const plan = planListPaste(content, { ...operations.target, noun });
      if (plan.status === 'nothing') tell('剪贴板里没有可以粘贴的文字。');
      else if (plan.status === 'ask') setAsked({ question: plan, place: at });
      else if (flushSync(() => operations.paste(at, plan.rows))) {
        const again = (rows: readonly PastedRow[]) => flushSync(() => operations.paste(at, rows));
        tellPasted(studio, { rows: plan.rows, note }, again);
      }
    };
    return (id, event, commit) => {
      const read = pastedContent(event.clipboardData);
      const insteadOf = (pastedOver?.current ?? []).filter((line) => line !== id);
      if (pastedOver !== undefined) pastedOver.current = [];
      if (read.ok && read.value === null) {
        // A piece of text: it takes the place of the line, which is marked whole, and of its neighbours.
        if (insteadOf.length > 0) flushSync(() => operations.removeAll(insteadOf, id));
        return false;
      }
      event.preventDefault();
      const isInto = isMarkedWhole(event.currentTarget);
      commit();
      if (!read.ok) tell(read.failure.message);
      else if (read.value !== null) {
        const at = { afterId: isInto ? null : id, intoId: isInto ? id : null, insteadOf };
        place(read.value, at, unseenNote(event.clipboardData.getData('text/plain')));
      }
      return true;
    };
  }, [studio, operations, noun, pastedOver]);
  const close = () => {
    setAsked(null);
  };
  const preview = asked && (
    <PastePreview
      noun={noun}
      question={asked.question}
      onClose={close}
      onPaste={(rows) => {
        if (!operations.paste(asked.place, rows)) return;
        close();
        tellPasted(studio, { rows, note: '' }, (kept) => operations.paste(asked.place, kept));
      }}
    />
  );
  return { paste, preview };
}
