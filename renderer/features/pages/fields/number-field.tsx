import { type KeyboardEvent, useId, useState } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { placeKey } from '@shared/core/model/place';
import { useDocument, useRefusalAt, useView } from '../../../state/studio';
import { FieldMark } from './field-mark';
import { type NumberUnit, readNumber, shownNumber } from './number-text';
import { useField } from './use-field';
import { useTextDraft } from '../../../state/writing/use-text-draft';
import { TextButton } from '../page-button';

interface NumberFieldProps {
  readonly recordId: RecordId;
  readonly field: string;
  readonly unit: NumberUnit;
  readonly label?: string;
  /** What stands in an empty field, e.g. the number that follows from the others. */
  readonly ghost?: string | undefined;
  /** Another way to write the number than editing the field (weights move together). */
  readonly write?: ((value: number | null) => boolean) | undefined;
}

/** 学时, a percentage or a count. What cannot be read stays as typed, with a sentence under it. */
export function NumberField(props: NumberFieldProps) {
  const { recordId, field, unit, ghost } = props;
  const place = { record: recordId, field };
  const state = useField(recordId, field);
  const [problem, setProblem] = useState('');
  const refusal = useRefusalAt(place);
  const messageId = useId();
  const noteCursor = useView((view) => view.noteCursor);
  const readOnly = useDocument(({ readOnly: value }) => value);
  const label = props.label ?? state.label;
  const draft = useTextDraft<HTMLInputElement>({
    value: shownNumber(typeof state.value === 'number' ? state.value : null),
    isValue: true,
    keptAs: placeKey(place),
    onCommit: (typed, moment) => {
      const reading = readNumber(typed, unit, state.label);
      // 「12.」 may yet become 12.5: what is wrong is said when nothing more is typed.
      if (!reading.ok && moment === 'onTheWay') return false;
      setProblem(reading.ok ? '' : reading.message);
      return reading.ok && (props.write ?? state.write)(reading.value);
    },
    // Typed back to what the project holds, nothing is committed and nothing is wrong any more.
    onShown: (text) => {
      if (readNumber(text, unit, state.label).ok) setProblem('');
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (draft.isForInputMethod(event)) return;
    if (event.key === 'Escape' && draft.isTouched) {
      // What is open around the field stays open for this once.
      event.stopPropagation();
      draft.restore();
    } else if (event.key === 'Enter') draft.finish();
    else if (event.ctrlKey || event.metaKey) draft.commit();
  };
  const message = problem === '' ? refusal?.text : problem;
  return (
    <span className="number">
      <FieldMark place={place} />
      <input
        ref={draft.attach}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={message !== undefined}
        aria-describedby={message === undefined ? undefined : messageId}
        data-place={placeKey(place)}
        placeholder={ghost}
        readOnly={readOnly}
        {...draft.handlers}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          event.currentTarget.select();
          noteCursor(place);
        }}
      />
      {message !== undefined && (
        <span id={messageId} className="field-refusal" role="alert">
          {message}
          {!readOnly && (
            <TextButton
              onClick={() => {
                draft.restore();
              }}
            >
              恢复原来的
            </TextButton>
          )}
        </span>
      )}
    </span>
  );
}
