import type { ReactNode } from 'react';
import { GrowingText } from './growing-text';
import { LineTools, useLineDrag } from './line-tools';
import type { LineKeys } from './line-keys';
import type { Line, LineOperations } from './line-operations';

interface LineRowProps {
  readonly line: Line;
  /** 「课程目标 3」 */
  readonly label: string;
  /** 「3.」 as it is printed. */
  readonly number: string;
  readonly keys: LineKeys;
  readonly operations: LineOperations;
  readonly ghost: string | undefined;
  readonly margin?: ReactNode;
  readonly tail?: ReactNode;
  readonly below?: ReactNode;
  readonly className?: string | undefined;
}

/** One line of a list: handle and removal in the gutter, the text on the paper, the rest in the margin. */
export function LineRow(props: LineRowProps) {
  const { line, label, keys, operations } = props;
  const { readOnly, setNodeRef, grip, style, isDragging } = useLineDrag(line.id);
  return (
    <li
      ref={setNodeRef}
      className={`line ${props.className ?? ''}`}
      style={style}
      data-dragging={isDragging || undefined}
      data-line={line.id}
    >
      <div className="line-row">
        <span className="gutter">
          {!readOnly && (
            <LineTools
              label={label}
              grip={grip}
              onRemove={() => {
                keys.remove(line.id);
              }}
            />
          )}
        </span>
        <span className="line-text">
          <span className="line-number" aria-hidden="true">
            {props.number}
          </span>
          <span className="line-field">
            <GrowingText
              place={operations.place(line.id)}
              label={label}
              value={line.text}
              onCommit={(text) => operations.edit(line.id, text)}
              multiline={false}
              ghost={props.ghost}
              onKey={(event, commit) => keys.press(line.id, event, commit)}
              onPaste={(event, commit) => keys.paste(line.id, event, commit)}
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
