import type { RecordId } from '@shared/core/kernel/id';
import { GrowingText, type LineKeys } from './growing-text';
import { useField } from './use-field';

interface TextFieldProps {
  readonly recordId: RecordId;
  readonly field: string;
  /** Accessible name, unique on the page; the field's own label when not given. */
  readonly label?: string;
  readonly ghost?: string;
  readonly describedBy?: string;
  /** Told every key that is not the input method's; true when it was dealt with. */
  readonly onKey?: LineKeys['onKey'];
}

/** A field of one line; it grows when the line is long. */
export function TextLine(props: TextFieldProps) {
  return <TextField {...props} multiline={false} />;
}

/** Paragraphs of plain text. */
export function TextArea(props: TextFieldProps) {
  return <TextField {...props} multiline />;
}

function TextField(props: TextFieldProps & { readonly multiline: boolean }) {
  const { recordId, field, multiline, ghost, describedBy } = props;
  const { value, label, write } = useField(recordId, field);
  return (
    <GrowingText
      key={`${recordId} ${field}`}
      place={{ record: recordId, field }}
      label={props.label ?? label}
      value={typeof value === 'string' ? value : ''}
      onCommit={write}
      multiline={multiline}
      ghost={ghost}
      describedBy={describedBy}
      onKey={props.onKey}
    />
  );
}
