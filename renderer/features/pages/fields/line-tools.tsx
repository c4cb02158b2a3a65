import type { RecordId } from '@shared/core/kernel/id';
import { Glyph } from '../glyph';
import type { Hold } from './line-drag';

interface LineToolsProps {
  readonly id: RecordId;
  /** 「课程目标 3」 */
  readonly label: string;
  readonly onHold: Hold;
  readonly onRemove: () => void;
}

/** Removal and handle of a line; by keyboard Alt+Delete and Alt+↑↓ do the same. */
export function LineTools({ id, label, onHold, onRemove }: LineToolsProps) {
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
        onPointerDown={(event) => {
          onHold(id, event);
        }}
      >
        <Glyph name="grip" />
      </button>
    </>
  );
}
