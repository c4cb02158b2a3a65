import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import { isComposing } from '../../ui/composition';
import { Icon } from '../../ui/icon';
import { pageEntryOf } from '../../state/pages/registry';
import { dragHelpId } from './outline-drag';
import { isMovable } from './outline-moves';
import type { OutlineRow as Row } from './outline-rows';
import { RenameField } from './rename-field';
import { RowMark } from './row-mark';
import type { OutlineActions } from './use-outline';

interface Props {
  readonly row: Row;
  /** Its page is shown. */
  readonly current: boolean;
  /** One of those a command is about. */
  readonly picked: boolean;
  /** Cut, and not pasted yet. */
  readonly cut: boolean;
  /** The one row that Tab reaches. */
  readonly reachable: boolean;
  readonly renaming: boolean;
  /** Its place among its neighbours and how many they are, for those who cannot see them all. */
  readonly nth: number;
  readonly of: number;
  /** While something is dragged: what of it has to do with this row. */
  readonly mark: string;
  readonly actions: OutlineActions;
  readonly onHold: (row: Row, event: PointerEvent | KeyboardEvent) => void;
  readonly onRename: (row: Row | null) => void;
}

/** One line of the outline. */
export const OutlineRow = memo(function OutlineRow(props: Props) {
  const { row, current, picked, cut, reachable, renaming, actions, onHold, onRename } = props;
  return (
    <div
      role="treeitem"
      id={`outline-${row.id}`}
      aria-level={row.depth + 1}
      aria-posinset={props.nth}
      aria-setsize={props.of}
      aria-selected={picked}
      aria-current={current ? 'page' : undefined}
      aria-expanded={row.folds ? row.open : undefined}
      aria-label={wordsOf(row, cut)}
      aria-describedby={isMovable(row) && !renaming ? dragHelpId : undefined}
      className={marksOf(row, [props.mark, ...stateMarks(props)])}
      data-depth={row.depth}
      data-kind={row.kind}
      data-record-id={row.id}
      tabIndex={reachable ? 0 : -1}
      onPointerDown={(event) => {
        if (!renaming) onHold(row, event);
      }}
      onKeyDown={(event) => {
        if (!renaming && isBareSpace(event)) onHold(row, event);
      }}
      title={row.name}
    >
      <Twisty row={row} actions={actions} />
      {row.tag === '' ? null : <span className="outline-tag">{row.tag}</span>}
      {renaming ? (
        <RenameField row={row} actions={actions} onDone={onRename} />
      ) : (
        <span className="outline-name">{row.name}</span>
      )}
      <RowEnd row={row} />
    </div>
  );
});

/** Hours or counts in grey, and the tick of what is finished. */
function RowEnd({ row }: { readonly row: Row }) {
  return (
    <>
      <span className="outline-note">{row.note}</span>
      <RowMark id={row.id} finished={row.finished === true} />
    </>
  );
}

function stateMarks({ current, picked, cut }: Props): readonly string[] {
  if (current) return cut ? ['is-current', 'is-cut'] : ['is-current'];
  return [picked ? 'is-picked' : '', cut ? 'is-cut' : ''];
}

/** 课 汽车维护 180，已完成 */
function wordsOf(row: Row, cut: boolean): string {
  const words = [row.tag, row.name, row.note].filter((part) => part !== '').join(' ');
  return `${words}${row.finished === true ? '，已完成' : ''}${cut ? '，已剪切' : ''}`;
}

function isBareSpace(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  return event.key === ' ' && !(ctrlKey || metaKey || altKey || shiftKey || isComposing(event));
}

function marksOf(row: Row, marks: readonly string[]): string {
  const heads = pageEntryOf(row.kind)?.heads;
  const own = [
    'outline-row',
    heads && 'outline-head',
    heads === 'group' && 'outline-group',
    row.named ? '' : 'is-unnamed',
  ];
  return [...own, ...marks].filter(Boolean).join(' ');
}

function Twisty({ row, actions }: { readonly row: Row; readonly actions: OutlineActions }) {
  if (!row.folds) return <span className="outline-twisty" />;
  return (
    <span
      className="outline-twisty"
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        actions.fold(row.id, row.open);
      }}
    >
      <Icon name={row.open ? 'down' : 'right'} size={12} />
    </span>
  );
}
