import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { link } from '@shared/core/commands/link';
import { linkNew, type LinkNewInput } from '@shared/core/commands/link-new';
import { unlink } from '@shared/core/commands/unlink';
import { type Coverage, coverageWords } from '@shared/core/coverage/coverage';
import type { RecordId } from '@shared/core/kernel/id';
import type { MappingKind } from '@shared/core/model/family';
import { useDocument } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { Glyph } from '../glyph';
import { actFrom } from './act-from';
import { LinkFields, useSuspect } from './link-fields';
import { Mark } from './mark';

/** A thing the record of a slip is, or could be, mapped to. */
export interface LinkEnd {
  readonly id: RecordId;
  /** As it is counted: T1, 能力2, 目标 3. */
  readonly name: string;
  readonly text: string;
  /** The mapping; null = not mapped. */
  readonly linkId: RecordId | null;
  readonly state?: Coverage;
  readonly ghostHours?: number | null;
  /** Goes there. */
  readonly go?: () => void;
}

interface LinkSlipProps {
  readonly kind: MappingKind;
  /** The record the slip belongs to, and which end of the mappings it is. */
  readonly at: { readonly id: RecordId; readonly side: 'from' | 'to' };
  readonly label: string;
  readonly ends: readonly LinkEnd[];
  /** What mapping it to one more is called: 课程目标 1挂到 T1. */
  readonly addWord: (end: LinkEnd) => string;
  /** What stands on that button; left out = the name of the end. */
  readonly addName?: (end: LinkEnd) => string;
  /** Before the chips: whose ends these are. */
  readonly hint?: string;
  /** Behind the chips: writing a new end. */
  readonly children?: ReactNode;
}

function nameOf({ name }: LinkEnd): string {
  return name;
}

/** All that a record is mapped to by one kind of mapping, from either end, and what it could be mapped to. */
export function LinkSlip(props: LinkSlipProps) {
  const { kind, at, label, ends, addWord, addName = nameOf, hint, children } = props;
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const idsOf = ({ id }: LinkEnd) =>
    at.side === 'from' ? { fromId: at.id, toId: id } : { fromId: id, toId: at.id };
  return (
    <span className="slip-value">
      {hint !== undefined && <span className="slip-hint">{hint}</span>}
      {ends.map((end) =>
        end.linkId === null ? null : (
          <LinkChip key={end.id} end={end} linkId={end.linkId} label={label} />
        ),
      )}
      {!readOnly &&
        ends
          .filter(({ linkId }) => linkId === null)
          .map((end) => (
            <button
              key={end.id}
              type="button"
              className="chip chip-add"
              aria-label={addWord(end)}
              title={end.text}
              onClick={({ currentTarget }) => {
                actFrom(currentTarget, () => execute(link, { kind, ...idsOf(end) }));
              }}
            >
              <Glyph name="plus" />
              {addName(end)}
            </button>
          ))}
      {!readOnly && children}
    </span>
  );
}

interface LinkChipProps {
  readonly end: LinkEnd;
  readonly linkId: RecordId;
  readonly label: string;
}

function LinkChip({ end, linkId, label }: LinkChipProps) {
  const { name, text, state, ghostHours, go } = end;
  const execute = useExecute();
  const readOnly = useDocument((document) => document.readOnly);
  const suspect = useSuspect(linkId) || state === 'suspect';
  const shown = `${name} ${text}`;
  return (
    <span className={suspect ? 'chip chip-suspect' : 'chip'} data-link={linkId}>
      {state !== undefined && <Mark state={state} />}
      {go === undefined ? (
        <span
          className="chip-name"
          title={state === undefined ? text : `${text}（${coverageWords[state]}）`}
        >
          {shown}
        </span>
      ) : (
        <button
          type="button"
          className="chip-name chip-go"
          title={text}
          aria-label={`打开${shown}`}
          onClick={go}
        >
          {shown}
        </button>
      )}
      <LinkFields
        linkId={linkId}
        label={`${label} · ${name}`}
        {...(ghostHours === undefined ? {} : { ghostHours })}
      />
      {!readOnly && (
        <button
          type="button"
          className="glyph-button"
          aria-label={`取消${label}与${name}的对应`}
          title="取消对应"
          onClick={({ currentTarget }) => {
            actFrom(currentTarget, () => execute(unlink, { mappingId: linkId }));
          }}
        >
          <Glyph name="cross" />
        </button>
      )}
    </span>
  );
}

interface NewEndProps extends Omit<LinkNewInput, 'title'> {
  /** Says it in full where the word on the button does not. */
  readonly label?: string;
  readonly title?: string;
  readonly word: string;
  readonly className?: string;
  /** Goes to what was made. */
  readonly onMade: (id: RecordId) => void;
}

/** Writes an end that is still missing and maps it, in one step. */
export function NewEnd({
  label,
  title,
  word,
  className = 'chip chip-add',
  onMade,
  ...input
}: NewEndProps) {
  const execute = useExecute();
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      title={title}
      onClick={() => {
        const made = flushSync(() => execute(linkNew, { ...input, title: '' }));
        if (made.ok && made.value.focus !== null) onMade(made.value.focus);
      }}
    >
      <Glyph name="plus" />
      {word}
    </button>
  );
}
