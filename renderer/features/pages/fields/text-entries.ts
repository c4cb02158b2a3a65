import type { TextEdit } from '@shared/ipc/contract';
import type { Studio } from '../../../state/studio';
import type { MenuEntry } from '../../../ui/menu';

export type TextBox = HTMLTextAreaElement | HTMLInputElement;

const words: readonly (readonly [TextEdit, string, string])[] = [
  ['cut', '剪切', 'Ctrl+X'],
  ['copy', '复制', 'Ctrl+C'],
  ['paste', '粘贴', 'Ctrl+V'],
  ['selectAll', '全选', 'Ctrl+A'],
];

/** The text field that a menu was asked for, if it was one. */
export function textBoxOf(target: Element): TextBox | null {
  const box = target.closest('textarea, input:not([type]), input[type=text]');
  return box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement ? box : null;
}

/** What can be done with the text of a field, as in WPS: 剪切, 复制, 粘贴, 全选; nothing where there is none. */
export function textEntries(
  { platform }: Pick<Studio, 'platform'>,
  box: TextBox | null,
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

function isIdle(what: TextEdit, { readOnly, value }: TextBox, isPicked: boolean): boolean {
  if (what === 'selectAll') return value === '';
  if (what === 'copy') return !isPicked;
  return readOnly || (what === 'cut' && !isPicked);
}
