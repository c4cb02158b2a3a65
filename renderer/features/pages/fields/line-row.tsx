import { useSortable } from '@dnd-kit/sortable';
import type { CSSProperties, ReactNode } from 'react';
import { useDocument } from '../../../state/studio';
import { Glyph } from '../glyph';
import { GrowingText } from './growing-text';
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
  const readOnly = useDocument((state) => state.readOnly);
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id: line.id,
    disabled: readOnly,
  });
  const style: CSSProperties = {
    transform: transform === null ? undefined : `translate3d(0, ${String(transform.y)}px, 0)`,
    transition,
  };
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
            <>
              <button
                type="button"
                tabIndex={-1}
                className="glyph-button line-remove"
                aria-label={`删除${label}`}
                title="删除"
                onClick={() => {
                  keys.remove(line.id);
                }}
              >
                <Glyph name="cross" />
              </button>
              <button
                type="button"
                tabIndex={-1}
                className="glyph-button line-grip"
                aria-label={`拖动${label}`}
                title="拖动排序（Alt+↑↓）"
                {...listeners}
              >
                <Glyph name="grip" />
              </button>
            </>
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
