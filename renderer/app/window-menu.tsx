import { type ReactNode, useRef } from 'react';
import { textBoxOf, textEntries } from '../features/pages/fields/text-entries';
import { useStudio } from '../state/studio';
import { ContextMenu, type MenuEntry } from '../ui/menu';
import { actionById, entryOf } from './actions/index';

const paper = '.paper-pages';

/** What the right mouse button opens where nothing nearer has a menu of its own: text fields and the preview. */
export function WindowMenu({ children }: { readonly children: ReactNode }) {
  const studio = useStudio();
  const asked = useRef<Element | null>(null);
  const entries = (): readonly MenuEntry[] => {
    const target = asked.current;
    const box = target === null ? null : textBoxOf(target);
    if (box !== null) return textEntries(studio, box);
    const go: MenuEntry = {
      id: 'go',
      label: '到写它的地方',
      disabled: (target?.closest('[data-source]') ?? null) === null,
      run: () => {
        if (target instanceof HTMLElement) target.click();
      },
    };
    const papers = ['print', 'export'].flatMap((id) => actionById(id) ?? []);
    return [go, '-', ...papers.map((action) => entryOf(action, studio))];
  };
  return (
    <ContextMenu
      entries={entries}
      onAsk={(target) => {
        asked.current = target;
        return textBoxOf(target) !== null || target.closest(paper) !== null;
      }}
    >
      {children}
    </ContextMenu>
  );
}
