import { type ClipboardEvent, type ReactNode, type RefObject, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PastedContent } from '@shared/core/clipboard/pasted';
import { type ListQuestion, planListPaste } from '@shared/core/clipboard/plan-list-paste';
import type { RecordId } from '@shared/core/kernel/id';
import { offerUndo } from '../../../state/offer-undo';
import { useStudio } from '../../../state/studio';
import type { LineOperations, PastePlace } from './line-operations';
import { PastePreview } from './paste-preview';
import { pastedContent } from './pasted-lines';

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
    const place = (content: PastedContent, at: PastePlace) => {
      const plan = planListPaste(content, { ...operations.target, noun });
      if (plan.status === 'nothing') tell('剪贴板里没有可以粘贴的文字。');
      else if (plan.status === 'ask') setAsked({ question: plan, place: at });
      else if (flushSync(() => operations.paste(at, plan.rows))) offerUndo(studio);
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
        place(read.value, { afterId: isInto ? null : id, intoId: isInto ? id : null, insteadOf });
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
        offerUndo(studio);
      }}
    />
  );
  return { paste, preview };
}
