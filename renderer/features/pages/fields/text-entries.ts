import type { TextEdit } from '@shared/ipc/contract';
import type { Studio } from '../../../state/studio';
import { textFieldAt } from '../../../state/writing/own-undo';
import type { TextElement } from '../../../state/writing/text-draft';
import type { MenuEntry } from '../../../ui/menu';

const words: readonly (readonly [TextEdit, string, string])[] = [
  ['cut', '剪切', 'Ctrl+X'],
  ['copy', '复制', 'Ctrl+C'],
  ['paste', '粘贴', 'Ctrl+V'],
  ['selectAll', '全选', 'Ctrl+A'],
];

/** The text field that a menu was asked for, if it was one. */
export function textBoxOf(target: Element): TextElement | null {
  return textFieldAt(target.closest('textarea, input')) ?? null;
}

/** What can be done with the text of a field, as in WPS: 剪切, 复制, 粘贴, 全选; nothing where there is none. */
export function textEntries(
  { platform }: Pick<Studio, 'platform'>,
  box: TextElement | null,
): readonly MenuEntry[] {
  const isPicked = box !== null && box.selectionStart !== box.selectionEnd;
  return words.map(([what, label, keys]) => ({
    id: what,
    label,
    keys,
    disabled: box === null || isIdle(what, box, isPicked),
    run: () => {
      if (box === null) return;
      // The menu gives the cursor back first.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          box.focus();
          void platform['edit:text'](what);
        });
      });
    },
  }));
}

function isIdle(what: TextEdit, { readOnly, value }: TextElement, isPicked: boolean): boolean {
  if (what === 'selectAll') return value === '';
  if (what === 'copy') return !isPicked;
  return readOnly || (what === 'cut' && !isPicked);
}
