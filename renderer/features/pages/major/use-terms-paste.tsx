import { type ClipboardEvent, type ReactNode, useState } from 'react';
import type { PastedContent } from '@shared/core/clipboard/pasted';
import {
  planTermsPaste,
  type ShownTerm,
  type TermsPlan,
} from '@shared/core/clipboard/plan-terms-paste';
import { pasteGlossaryTerms } from '@shared/core/commands/paste-glossary-terms';
import { terms as usualTerms } from '@shared/core/words/terms';
import { offerUndo } from '../../../state/offer-undo';
import { useDocument, useMessages, useStudio } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { pastedContent } from '../fields/pasted-lines';

interface TermsPaste {
  readonly onPasteCapture: (event: ClipboardEvent<HTMLElement>) => void;
  /** What would be set and what is not known, while that is asked. */
  readonly preview: ReactNode;
}

/** Pasting a block into the list of the school's words: usual word and own word beside each other, or own words down from the cursor. */
export function useTermsPaste(shown: readonly ShownTerm[]): TermsPaste {
  const studio = useStudio();
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const say = useMessages((messages) => messages.say);
  const [asked, setAsked] = useState<TermsPlan | null>(null);
  const tell = (text: string) => {
    say({ tone: 'refusal', text, at: null, action: null });
  };
  const put = (content: PastedContent, from: string) => {
    const plan = planTermsPaste(content, shown, from);
    if (plan.terms.length === 0) tell('没有认出用语：一列写通用的叫法，一列写本校的叫法。');
    else if (plan.unknown.length > 0) setAsked(plan);
    else write(plan);
  };
  const write = ({ terms }: TermsPlan) => {
    if (execute(pasteGlossaryTerms, { terms }).ok) offerUndo(studio);
    setAsked(null);
  };
  return {
    onPasteCapture: (event) => {
      const row = event.target instanceof Element ? event.target.closest('tr') : null;
      const from = row?.dataset.term;
      const read = pastedContent(event.clipboardData);
      if (readOnly || from === undefined || (read.ok && read.value === null)) return;
      event.preventDefault();
      event.stopPropagation();
      studio.pending.commitAll();
      if (!read.ok) tell(read.failure.message);
      else if (read.value !== null) put(read.value, from);
    },
    preview: asked && (
      <TermsQuestion
        plan={asked}
        onPaste={() => {
          write(asked);
        }}
        onClose={() => {
          setAsked(null);
        }}
      />
    ),
  };
}

interface QuestionProps {
  readonly plan: TermsPlan;
  readonly onPaste: () => void;
  readonly onClose: () => void;
}

/** Some rows name no word of the papers: says which, before the others are taken. */
function TermsQuestion({ plan, onPaste, onClose }: QuestionProps) {
  return (
    <Dialog
      title="粘贴本校用语"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button tone="primary" onClick={onPaste}>
            粘贴 {plan.terms.length} 个
          </Button>
        </>
      }
    >
      <p>{`有 ${String(plan.unknown.length)} 行认不出是哪个用语，不会带进来：${plan.unknown.join('、')}。`}</p>
      <p>认出来的是：</p>
      <ul className="terms-asked">
        {plan.terms.map(({ termId, label }) => (
          <li key={termId}>{`${usualTerms[termId] ?? termId} → ${label}`}</li>
        ))}
      </ul>
    </Dialog>
  );
}
