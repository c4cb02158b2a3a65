import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { pasteRows } from '@shared/core/commands/paste-rows';
import { titleFieldOf } from '@shared/core/model/family';
import type { PastedContent } from '@shared/core/clipboard/pasted';
import type { PastedRow } from '@shared/core/clipboard/pasted-rows';
import type { ListQuestion } from '@shared/core/clipboard/plan-list-paste';
import { planTablePaste } from '@shared/core/clipboard/plan-table-paste';
import type { RecordId } from '@shared/core/kernel/id';
import { type Place, placeOfKey } from '@shared/core/model/place';
import type { Kind } from '@shared/core/model/record';
import { useDocument, useMessages, useStudio } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import type { PastePlace } from './line-operations';
import { PastePreview } from './paste-preview';
import { pastedContent } from './pasted-lines';
import { tellPasted } from './tell-pasted';

interface TableSource {
  readonly kind: Kind;
  readonly parentId: RecordId;
  readonly ids: readonly RecordId[];
  readonly noun: string;
  readonly fields: readonly string[];
  readonly given: Readonly<Record<string, unknown>>;
  readonly isBlank: (id: RecordId) => boolean;
  /** How rows are made where the kind has no name to know them by. */
  readonly own?: OwnPaste | undefined;
}

/** A table whose rows are known by another field, and made by a command of their own. */
export interface OwnPaste {
  readonly title: string;
  /** What to tell; null when it is done. */
  readonly write: (rows: readonly PastedRow[]) => string | null;
}

interface TablePaste {
  /** The element around the table. */
  readonly around: RefObject<HTMLDivElement | null>;
  /** The question which column is what, while it is open. */
  readonly preview: ReactNode;
}

interface Asked {
  readonly question: ListQuestion;
  readonly place: PastePlace;
}

/**
 * Pasting a block of a spreadsheet into a table of records: new rows behind the one with the cursor, or
 * behind the last while one of the table's buttons has the focus.
 */
export function useTablePaste(source: TableSource): TablePaste {
  const studio = useStudio();
  const { pending } = studio;
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const say = useMessages((messages) => messages.say);
  const [asked, setAsked] = useState<Asked | null>(null);
  const tell = (text: string, tone: 'refusal' | 'receipt' = 'refusal') => {
    say({ tone, text, at: null, action: null });
  };
  const receive = (place: PastePlace, pasted: readonly PastedRow[]) => {
    if (pasted.every(({ asTyped }) => asTyped === undefined)) {
      tell(receiptFor(pasted.length), 'receipt');
    } else tellPasted(studio, { rows: pasted, note: '' }, (rows) => write(place, rows));
  };
  const write = (place: PastePlace, pasted: readonly PastedRow[]): boolean => {
    if (source.own !== undefined) {
      const problem = source.own.write(pasted);
      if (problem !== null) tell(problem);
      else receive(place, pasted);
      return problem === null;
    }
    const { kind, parentId, given } = source;
    const title = titleFieldOf(kind) ?? '';
    const rows = pasted.map((row) => ({ ...row.values, [title]: row.title }));
    const done = execute(pasteRows, { kind, parentId, ...place, rows, fields: given }).ok;
    if (done) receive(place, pasted);
    return done;
  };
  const put = (content: PastedContent, at: Place | null) => {
    const from = at?.field ?? source.fields[0] ?? '';
    const plan = planTablePaste(content, { ...source, title: source.own?.title, from });
    const isBlank = at !== null && source.isBlank(at.record);
    const afterId = at?.record ?? source.ids.at(-1) ?? null;
    const place = isBlank ? { afterId: null, intoId: at.record } : { afterId, intoId: null };
    if (plan.status === 'nothing') tell('剪贴板里没有可以粘贴的文字。');
    else if (plan.status === 'ask') setAsked({ question: plan, place });
    else write(place, plan.rows);
  };
  const around = usePasteHeard((data, at) => {
    if (readOnly || !isPastable(source)) return false;
    const read = pastedContent(data);
    if (read.ok && read.value === null) return false;
    pending.commitAll();
    if (!read.ok) tell(read.failure.message);
    else if (read.value !== null) put(read.value, at);
    return true;
  });
  const close = () => {
    setAsked(null);
  };
  return {
    around,
    preview: asked && (
      <PastePreview
        noun={source.noun}
        question={asked.question}
        onClose={close}
        onPaste={(rows) => {
          if (write(asked.place, rows)) close();
        }}
      />
    ),
  };
}

function isPastable({ kind, own }: TableSource): boolean {
  return own !== undefined || titleFieldOf(kind) !== undefined;
}

function receiptFor(count: number): string {
  return `已粘贴 ${String(count)} 行，可以按 Ctrl+Z 撤销。`;
}

/**
 * Tells of every paste into the table before its fields are told; `take` answers whether that was all.
 * A button with the focus is never told of a paste, the page is: so the page is listened to.
 */
function usePasteHeard(take: (data: DataTransfer, at: Place | null) => boolean) {
  const around = useRef<HTMLDivElement>(null);
  const hear = useEffectEvent((event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    const { activeElement } = document;
    const isAround = (element: Node | null) => around.current?.contains(element) === true;
    const at = target instanceof Element && isAround(target) ? placeAt(target) : null;
    const isAtButton = activeElement instanceof HTMLButtonElement && isAround(activeElement);
    if (clipboardData === null || (at === null && !isAtButton)) return;
    if (!take(clipboardData, at)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    document.addEventListener('paste', hear, { capture: true });
    return () => {
      document.removeEventListener('paste', hear, { capture: true });
    };
  }, []);
  return around;
}

/** The record and field an element is written in. */
function placeAt(target: Element): Place | null {
  const key = target.closest<HTMLElement>('[data-place]')?.dataset.place;
  const place = key === undefined ? null : placeOfKey(key);
  return place?.field === undefined ? null : place;
}
