import { memo, type ReactNode, useMemo } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument } from '../../../state/studio';
import { GrowingText } from './growing-text';
import type { Hold } from './line-drag';
import type { LineKeys } from './line-keys';
import type { Line, LineOperations } from './line-operations';
import { LineTools } from './line-tools';

interface LineRowProps {
  readonly line: Line;
  /** 「课程目标 3」 */
  readonly label: string;
  /** 「3.」 as it is printed. */
  readonly number: string;
  readonly keys: LineKeys;
  readonly operations: LineOperations;
  readonly onHold: Hold;
  readonly ghost: string | undefined;
  readonly margin?: ReactNode;
  readonly tail?: ReactNode;
  readonly below?: ReactNode;
  readonly className?: string | undefined;
}

/** One line of a list: handle and removal in the gutter, the text on the paper, the rest in the margin. */
export function LineRow(props: LineRowProps) {
  const { line, label, keys, operations } = props;
  return (
    <li className={`line ${props.className ?? ''}`} data-line={line.id}>
      <div className="line-row">
        <LineGutter id={line.id} label={label} keys={keys} onHold={props.onHold} />
        <span className="line-text">
          <span className="line-number" aria-hidden="true">
            {props.number}
          </span>
          <span className="line-field">
            <LineText
              id={line.id}
              text={line.text}
              label={label}
              keys={keys}
              operations={operations}
              ghost={props.ghost}
            />
          </span>
          {props.tail}
        </span>
        {props.margin}
      </div>
      {props.below}
    </li>
  );
}

interface LinePartProps extends Pick<LineRowProps, 'label' | 'keys'> {
  readonly id: RecordId;
}

const LineGutter = memo(function LineGutter({
  id,
  label,
  keys,
  onHold,
}: LinePartProps & Pick<LineRowProps, 'onHold'>) {
  const readOnly = useDocument((state) => state.readOnly);
  return (
    <span className="gutter">
      {!readOnly && (
        <LineTools
          id={id}
          label={label}
          onHold={onHold}
          onRemove={() => {
            keys.remove(id);
          }}
        />
      )}
    </span>
  );
});

interface LineTextProps extends LinePartProps, Pick<LineRowProps, 'operations' | 'ghost'> {
  readonly text: string;
}

/** Drawn again only when the very line has changed, whatever happens to its neighbours. */
const LineText = memo(function LineText(props: LineTextProps) {
  const { id, text, label, keys, operations, ghost } = props;
  const place = useMemo(() => operations.place(id), [operations, id]);
  return (
    <GrowingText
      place={place}
      label={label}
      value={text}
      onCommit={(now) => operations.edit(id, now)}
      multiline={false}
      ghost={ghost}
      onKey={(event, commit) => keys.press(id, event, commit)}
      onPaste={(event, commit) => keys.paste(id, event, commit)}
    />
  );
});
