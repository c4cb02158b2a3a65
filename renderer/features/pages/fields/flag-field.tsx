import type { RecordId } from '@shared/core/kernel/id';
import { placeKey } from '@shared/core/model/place';
import { useDocument, useView } from '../../../state/studio';
import { useField } from './use-field';

interface FlagFieldProps {
  readonly recordId: RecordId;
  readonly field: string;
}

/** Yes or no, with its word behind it. */
export function FlagField({ recordId, field }: FlagFieldProps) {
  const place = { record: recordId, field };
  const state = useField(recordId, field);
  const readOnly = useDocument(({ readOnly: value }) => value);
  const noteCursor = useView((view) => view.noteCursor);
  return (
    <label className="flag">
      <input
        type="checkbox"
        aria-label={state.label}
        data-place={placeKey(place)}
        checked={state.value === true}
        disabled={readOnly}
        onChange={(event) => {
          state.write(event.target.checked);
        }}
        onFocus={() => {
          noteCursor(place);
        }}
      />
      {state.label}
    </label>
  );
}
