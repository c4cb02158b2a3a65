import { type ReactNode, useMemo, useRef } from 'react';
import { offerUndo } from '../../../state/offer-undo';
import { useDocument, useStudio } from '../../../state/studio';
import { useLineDrag } from './line-drag';
import { useLineKeys } from './line-keys';
import { LineMenu } from './line-menu';
import type { RecordId } from '@shared/core/kernel/id';
import type { Line, LineOperations } from './line-operations';
import { LineRow } from './line-row';
import { PickedLines } from './picked-lines';
import { useLineSelection } from './use-line-selection';
import { useListPaste } from './use-list-paste';
import { AddButton } from '../page-button';

export interface LineDecoration {
  /** In the right margin, outside of what is printed. */
  readonly margin?: (line: Line, index: number) => ReactNode;
  /** Behind the text, inside the row. */
  readonly tail?: (line: Line, index: number) => ReactNode;
  /** Under the row: the slip that opens the paper. */
  readonly below?: (line: Line, index: number) => ReactNode;
  readonly className?: (line: Line, index: number) => string | undefined;
}

interface LineListProps extends LineDecoration {
  readonly lines: readonly Line[];
  readonly operations: LineOperations;
  /** What one line is called, e.g. 课程目标; names of the controls are made of it. */
  readonly noun: string;
  /** Typed number before a line; null = none. */
  readonly number?: ((index: number) => string) | undefined;
  readonly ghost?: string | undefined;
  /** What the button for a new line shows, when the noun is too long for it. */
  readonly addWord?: string | undefined;
  /** Shown instead of lines while there are none. */
  readonly empty?: ReactNode;
  /** What a copied line is in another program: its cells; its text when not given. */
  readonly cells?: (line: Line) => readonly string[];
}

const dot = (index: number) => `${String(index + 1)}.`;

/** A line with something in it that was taken away can be had back at once. */
function useOfferedRemoval(lines: readonly Line[], operations: LineOperations): LineOperations {
  const studio = useStudio();
  const remove = (id: RecordId) => {
    const isBlank = lines.find((line) => line.id === id)?.text.trim() === '';
    const gone = operations.remove(id);
    if (gone && !isBlank) offerUndo(studio);
    return gone;
  };
  return { ...operations, remove };
}

/** An ordered list that is written like a paragraph of numbered lines and dragged like cards. */
export function LineList(props: LineListProps) {
  const { lines, operations, noun, number = dot } = props;
  const readOnly = useDocument((state) => state.readOnly);
  const pastedOver = useRef<readonly RecordId[]>([]);
  const { paste, preview } = useListPaste(operations, noun, pastedOver);
  const keys = useLineKeys(lines, useOfferedRemoval(lines, operations), paste);
  const ids = useMemo(() => lines.map(({ id }) => id), [lines]);
  const { list, hold, drag } = useLineDrag<HTMLOListElement>({
    noun,
    ids,
    onDrop: (id, overId) => {
      const from = ids.indexOf(id);
      const to = ids.indexOf(overId);
      if (from < 0 || to < 0 || from === to) return;
      operations.move(id, ids[from < to ? to : to - 1] ?? null);
    },
  });
  const selection = useLineSelection({ ...props, pastedOver });
  return (
    <>
      {lines.length === 0 && props.empty}
      {preview}
      <LineMenu noun="一条" ids={ids} tasks={keys}>
        <ol ref={list} className="lines" aria-label={noun} {...selection.handlers}>
          {lines.map((line, index) => (
            <LineRow
              key={line.id}
              line={line}
              label={`${noun} ${String(index + 1)}`}
              number={number(index)}
              keys={keys}
              operations={operations}
              onHold={hold}
              ghost={props.ghost}
              margin={props.margin?.(line, index)}
              tail={props.tail?.(line, index)}
              below={props.below?.(line, index)}
              className={classOf(props, { line, index, picked: selection.isSelected(index) })}
            />
          ))}
        </ol>
      </LineMenu>
      {drag}
      <PickedLines noun={noun} count={selection.count} typedOver={!readOnly} />
      {!readOnly && (
        <div className="line-row line-add">
          <span className="gutter" />
          <AddButton
            aria-label={`添加${noun}`}
            onClick={() => {
              keys.add(ids.at(-1) ?? null);
            }}
          >
            {props.addWord ?? `添加${noun}`}
          </AddButton>
        </div>
      )}
    </>
  );
}

interface Shown {
  readonly line: Line;
  readonly index: number;
  readonly picked: boolean;
}

function classOf(props: LineListProps, { line, index, picked }: Shown): string {
  return `${props.className?.(line, index) ?? ''} ${picked ? 'line-picked' : ''}`.trim();
}
