import type { ReactNode } from 'react';
import { useStudio } from '../../../state/studio';
import { ContextMenu, type MenuEntry } from '../../../ui/menu';
import { textBoxOf, textEntries } from '../fields/text-entries';
import type { Grid } from './use-grid';
import type { GridWork } from './use-grid-work';

interface GridMenuProps {
  readonly grid: Grid;
  readonly work: GridWork;
  readonly children: ReactNode;
}

/** The context menu of the cells that are selected. */
export function GridMenu({ grid, work, children }: GridMenuProps) {
  const studio = useStudio();
  const entries = (): readonly MenuEntry[] => {
    // The cell with the cursor is the field in which cutting, copying and pasting begin.
    const field = document.querySelector('.course-table .hours-cell');
    const box = field === null ? null : textBoxOf(field);
    const ofText = box === null ? [] : textEntries(studio, box).slice(0, 3);
    return [...ofText.map((entry) => able(entry, work)), '-', ...cellEntries(grid, work)];
  };
  return (
    <ContextMenu entries={entries} onAsk={(target) => target.closest('[role=gridcell]') !== null}>
      {children}
    </ContextMenu>
  );
}

/** Cells are cut and copied whole, whatever of their text is marked. */
function able(entry: MenuEntry, { canWrite }: GridWork): MenuEntry {
  if (entry === '-') return entry;
  return { ...entry, disabled: !canWrite && entry.id !== 'copy' };
}

function cellEntries(grid: Grid, work: GridWork): readonly MenuEntry[] {
  const entry = (label: string, keys: string, run: () => void): MenuEntry => ({
    id: label,
    label,
    ...(keys === '' ? {} : { keys }),
    disabled: !work.canWrite,
    run,
  });
  const { toggleLock } = work;
  return [
    entry('清空', 'Delete', work.clear),
    entry('向下填', 'Ctrl+D', () => {
      work.fill('down');
    }),
    entry('向右填', 'Ctrl+R', () => {
      work.fill('right');
    }),
    '-',
    entry('余数给下一学期', 'Alt+→', work.giveNext),
    entry('自动分配这门课', '', work.share),
    {
      id: 'lock',
      label: '锁定或解锁这一格',
      disabled: toggleLock === undefined,
      run: () => toggleLock?.(),
    },
    entry('在格里改', 'F2', () => {
      grid.setMode('edit');
    }),
  ];
}
