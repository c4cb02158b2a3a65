import type { RecordId } from '@shared/core/kernel/id';
import { useDocument, useView } from '../../../state/studio';
import { placeKey, placeOf } from './field-place';
import { useField } from './use-field';

interface FlagFieldProps {
  readonly recordId: RecordId;
  readonly field: string;
}

/** Yes or no, with its word behind it. */
export function FlagField({ recordId, field }: FlagFieldProps) {
  const state = useField(recordId, field);
  const readOnly = useDocument(({ readOnly: value }) => value);
  const noteCursor = useView((view) => view.noteCursor);
  return (
    <label className="flag">
      <input
        type="checkbox"
        aria-label={state.label}
        data-place={placeKey(placeOf(recordId, field))}
        checked={state.value === true}
        disabled={readOnly}
        onChange={(event) => {
          state.write(event.target.checked);
        }}
        onFocus={() => {
          noteCursor(placeOf(recordId, field));
        }}
      />
      {state.label}
    </label>
  );
}
