import type { RecordId } from '@shared/core/kernel/id';
import { isOption } from '@shared/core/model/field';
import { placeKey } from '@shared/core/model/place';
import { fieldSpec, isKnown } from '@shared/core/model/record';
import { find } from '@shared/core/model/project';
import { useDocument, useView } from '../../../state/studio';
import { useField } from './use-field';

interface ChoiceFieldProps {
  readonly recordId: RecordId;
  readonly field: string;
  readonly label?: string;
}

/** One of a few words. */
export function ChoiceField({ recordId, field, label }: ChoiceFieldProps) {
  const place = { record: recordId, field };
  const state = useField(recordId, field);
  const record = useDocument(({ project }) => find(project, recordId));
  const readOnly = useDocument(({ readOnly: value }) => value);
  const noteCursor = useView((view) => view.noteCursor);
  const spec = record && isKnown(record) ? fieldSpec(record.kind, field) : undefined;
  if (spec?.type !== 'choice') return null;
  return (
    <select
      className="choice"
      aria-label={label ?? state.label}
      data-place={placeKey(place)}
      value={typeof state.value === 'string' ? state.value : ''}
      disabled={readOnly}
      onChange={(event) => {
        state.write(event.target.value);
      }}
      onFocus={() => {
        noteCursor(place);
      }}
    >
      {spec.unset !== undefined && <option value="">{spec.unset}</option>}
      {spec.options.map((option, index) => (
        <option key={option} value={option}>
          {spec.words[index]}
        </option>
      ))}
      {typeof state.value === 'string' && !isOption(spec, state.value) && (
        <option value={state.value} disabled>
          {state.value === '' ? '（未选）' : `${state.value}（新版本的选项）`}
        </option>
      )}
    </select>
  );
}

interface RefFieldProps extends ChoiceFieldProps {
  /** What may be chosen: id and word, in order. */
  readonly targets: readonly { readonly id: RecordId; readonly word: string }[];
  /** What stands for "nothing chosen". */
  readonly none: string;
}

/** Points at another record, or at none. */
export function RefField({ recordId, field, label, targets, none }: RefFieldProps) {
  const place = { record: recordId, field };
  const state = useField(recordId, field);
  const readOnly = useDocument(({ readOnly: value }) => value);
  const noteCursor = useView((view) => view.noteCursor);
  return (
    <select
      className="choice"
      aria-label={label ?? state.label}
      data-place={placeKey(place)}
      value={typeof state.value === 'string' ? state.value : ''}
      disabled={readOnly}
      onChange={(event) => {
        state.write(event.target.value === '' ? null : event.target.value);
      }}
      onFocus={() => {
        noteCursor(place);
      }}
    >
      <option value="">{none}</option>
      {targets.map(({ id, word }) => (
        <option key={id} value={id}>
          {word}
        </option>
      ))}
    </select>
  );
}

/** A lock beside a number: a locked number is left alone when hours or shares are distributed. */
export function LockToggle({ recordId, field, label }: ChoiceFieldProps) {
  const state = useField(recordId, field);
  const readOnly = useDocument(({ readOnly: value }) => value);
  const locked = state.value === true;
  return (
    <button
      type="button"
      className="lock"
      aria-pressed={locked}
      aria-label={label ?? state.label}
      title={locked ? '已锁定：自动分配时不动它' : '未锁定：自动分配时可以调整'}
      disabled={readOnly}
      onClick={() => {
        state.write(!locked);
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={
            locked
              ? 'M4 7.500h8v5.500H4zM5.5 7.500V5.500a2.5 2.5 0 0 1 5 0v2'
              : 'M4 7.500h8v5.500H4zM5.5 7.500V5a2.5 2.5 0 0 1 4.8-.8'
          }
        />
      </svg>
    </button>
  );
}
