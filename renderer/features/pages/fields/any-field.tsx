import type { RecordId } from '@shared/core/kernel/id';
import { fieldSpec, type Kind } from '@shared/core/model/record';
import { ChoiceField } from './choice-field';
import type { LineKeys } from './growing-text';
import { NumberField } from './number-field';
import { TextLine } from './text-field';

interface AnyFieldProps {
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly field: string;
  /** Accessible name, unique on the page; the field's own label when not given. */
  readonly label?: string | undefined;
  readonly ghost?: string | undefined;
  readonly onKey?: LineKeys['onKey'];
}

/** A field of one row, written as its type asks for. */
export function AnyField(props: AnyFieldProps) {
  const { recordId, kind, field, label, ghost, onKey } = props;
  const spec = fieldSpec(kind, field);
  const named = { recordId, field, ...(label !== undefined && { label }) };
  if (spec?.type === 'choice') return <ChoiceField {...named} />;
  if (spec?.type === 'count' || spec?.type === 'hours') {
    return <NumberField {...named} unit={spec.type} ghost={ghost} />;
  }
  return <TextLine {...named} {...(ghost !== undefined && { ghost })} {...(onKey && { onKey })} />;
}
