import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument } from '../../../state/studio';
import { focusField } from '../fields/field-place';
import { TextLine } from '../fields/text-field';
import { useField } from '../fields/use-field';

interface LinkNoteProps {
  /** The mapping. */
  readonly recordId: RecordId;
  readonly label: string;
}

/** What there is to say about a mapping: one quiet word until somebody says it. */
export function LinkNote({ recordId, label }: LinkNoteProps) {
  const { value } = useField(recordId, 'note');
  const readOnly = useDocument((state) => state.readOnly);
  const [isAsked, setIsAsked] = useState(false);
  if (value !== '' || isAsked) {
    return (
      <span className="link-note">
        <TextLine recordId={recordId} field="note" label={`${label} 说明`} ghost="写一句说明" />
      </span>
    );
  }
  if (readOnly) return null;
  return (
    <button
      type="button"
      className="chip-act link-note-add"
      aria-label={`给${label}写说明`}
      title="为什么这样对应，写一句"
      onClick={() => {
        flushSync(() => {
          setIsAsked(true);
        });
        focusField({ record: recordId, field: 'note' });
      }}
    >
      说明
    </button>
  );
}
