import { distributeTermHours } from '@shared/core/commands/distribute-term-hours';
import { editField } from '@shared/core/commands/edit-field';
import { fillTermHours } from '@shared/core/commands/fill-term-hours';
import type { TermCellInput } from '@shared/core/making/term-cells';
import type { CourseRow, CourseTable } from '@shared/core/hours/course-table';
import { useDocument, useStudio } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { clearing, filling } from './grid-cells';
import { placesOf } from './grid-place';
import { cellPlace } from './hours-cell';
import type { Grid } from './use-grid';

/** What can be done with the cells that are selected. */
export interface GridWork {
  readonly canWrite: boolean;
  readonly write: (cells: readonly TermCellInput[]) => boolean;
  readonly clear: () => void;
  readonly fill: (way: 'down' | 'right') => void;
  /** 把余数给下一学期, for the course with the cursor. */
  readonly giveNext: () => void;
  /** 自动分配, for the course with the cursor. */
  readonly share: () => void;
  /** Locks or unlocks the cell with the cursor; undefined where nothing is written. */
  readonly toggleLock: (() => void) | undefined;
}

export function useGridWork(table: CourseTable, rows: readonly CourseRow[], grid: Grid): GridWork {
  const execute = useExecute();
  const { pending } = useStudio();
  const { canWrite, write, clear } = useCellWriting(table, rows, grid);
  const { startPointId } = table;
  const course = rows[grid.active.row];
  const cell = course?.cells[grid.active.column];
  const distributed = (way: 'next' | 'share') => () => {
    if (course === undefined || !canWrite) return;
    pending.commitAll();
    execute(distributeTermHours, { startPointId, courseId: course.courseId, way });
  };
  const id = cell?.id ?? null;
  return {
    canWrite,
    write,
    clear,
    fill: (way) => {
      if (canWrite) write(filling(rows, grid.block, way));
    },
    giveNext: distributed('next'),
    share: distributed('share'),
    toggleLock:
      id === null || !canWrite
        ? undefined
        : () => {
            execute(editField, { id, field: 'locked', value: cell?.locked !== true });
          },
  };
}

/** Writes into cells, and empties those that are selected. */
function useCellWriting(
  { startPointId }: CourseTable,
  rows: readonly CourseRow[],
  grid: Grid,
): Pick<GridWork, 'canWrite' | 'write' | 'clear'> {
  const execute = useExecute();
  const { pending } = useStudio();
  const canWrite = useDocument(({ readOnly }) => !readOnly);
  // What was refused in a cell goes when another number comes.
  const forget = (cells: readonly Pick<TermCellInput, 'courseId' | 'term'>[]) => {
    for (const { courseId, term } of cells) {
      pending.kept.put(cellPlace({ startPointId, courseId, term }), null);
    }
  };
  const write = (cells: readonly TermCellInput[]) => {
    const isDone = cells.length === 0 || execute(fillTermHours, { startPointId, cells }).ok;
    if (isDone) forget(cells);
    return isDone;
  };
  return {
    canWrite,
    write,
    clear: () => {
      if (!canWrite) return;
      const courseAt = (row: number) => rows[row]?.courseId ?? '';
      const places = placesOf(grid.block);
      forget(places.map(({ row, column }) => ({ courseId: courseAt(row), term: column + 1 })));
      write(clearing(rows, grid.block));
    },
  };
}
