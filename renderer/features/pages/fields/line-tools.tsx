import { useSortable } from '@dnd-kit/sortable';
import type { CSSProperties } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument } from '../../../state/studio';
import { Glyph } from '../glyph';

type Grip = ReturnType<typeof useSortable>['listeners'];

/** What a line or a row of a table needs to be dragged up and down among its neighbours. */
export function useLineDrag(id: RecordId) {
  const readOnly = useDocument((state) => state.readOnly);
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id,
    disabled: readOnly,
  });
  const style: CSSProperties = {
    transform: transform === null ? undefined : `translate3d(0, ${String(transform.y)}px, 0)`,
    transition,
  };
  return { readOnly, setNodeRef, grip: listeners, style, isDragging };
}

interface LineToolsProps {
  /** 「课程目标 3」 */
  readonly label: string;
  readonly grip: Grip;
  readonly onRemove: () => void;
}

/** Removal and handle of a line; by keyboard Alt+Delete and Alt+↑↓ do the same. */
export function LineTools({ label, grip, onRemove }: LineToolsProps) {
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className="glyph-button line-remove"
        aria-label={`删除${label}`}
        title="删除（Alt+Delete）"
        onClick={onRemove}
      >
        <Glyph name="cross" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className="glyph-button line-grip"
        aria-label={`拖动${label}`}
        title="拖动排序（Alt+↑↓）"
        {...grip}
      >
        <Glyph name="grip" />
      </button>
    </>
  );
}
