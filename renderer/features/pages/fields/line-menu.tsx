import { type ReactNode, useRef } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument, useStudio } from '../../../state/studio';
import { ContextMenu, type MenuEntry } from '../../../ui/menu';
import { textBoxOf, textEntries } from './text-entries';

/** What can be done with a line of a list or a row of a table. */
interface LineTasks {
  readonly add: (afterId: RecordId) => void;
  readonly nudge: (id: RecordId, by: -1 | 1) => void;
  readonly remove: (id: RecordId) => void;
}

interface LineMenuProps {
  /** What one line is called. */
  readonly noun: string;
  readonly ids: readonly RecordId[];
  readonly tasks: LineTasks;
  readonly children: ReactNode;
}

/** The context menu of lines and rows: their text first, then the line itself. */
export function LineMenu({ noun, ids, tasks, children }: LineMenuProps) {
  const studio = useStudio();
  const readOnly = useDocument((state) => state.readOnly);
  const asked = useRef<Element | null>(null);
  const entries = (): readonly MenuEntry[] => {
    const box = asked.current === null ? null : textBoxOf(asked.current);
    const id = lineAt(asked.current);
    const ofText = box === null ? [] : textEntries(studio, box);
    if (readOnly || id === null || !ids.includes(id)) return ofText;
    const line = lineEntries({ noun, ids, tasks }, id);
    return ofText.length === 0 ? line : [...ofText, '-', ...line];
  };
  return (
    <ContextMenu
      entries={entries}
      onAsk={(target) => {
        asked.current = target;
        const box = textBoxOf(target);
        return box !== null || (!readOnly && lineAt(target) !== null);
      }}
    >
      {children}
    </ContextMenu>
  );
}

function lineAt(target: Element | null): RecordId | null {
  return target?.closest<HTMLElement>('[data-line]')?.dataset.line ?? null;
}

function lineEntries(
  { noun, ids, tasks }: Pick<LineMenuProps, 'noun' | 'ids' | 'tasks'>,
  id: RecordId,
): readonly MenuEntry[] {
  const at = ids.indexOf(id);
  const entry = (name: string, keys: string, run: () => void): Exclude<MenuEntry, '-'> => ({
    id: name,
    label: name,
    ...(keys === '' ? {} : { keys }),
    // The menu has gone and given the cursor back before the line is gone.
    run: () => {
      requestAnimationFrame(() => {
        requestAnimationFrame(run);
      });
    },
  });
  const up = entry('上移', 'Alt+↑', () => {
    tasks.nudge(id, -1);
  });
  const down = entry('下移', 'Alt+↓', () => {
    tasks.nudge(id, 1);
  });
  return [
    entry(`在下面加${noun}`, '', () => {
      tasks.add(id);
    }),
    { ...up, disabled: at === 0 },
    { ...down, disabled: at === ids.length - 1 },
    entry(`删去这一条`, 'Alt+Delete', () => {
      tasks.remove(id);
    }),
  ];
}
