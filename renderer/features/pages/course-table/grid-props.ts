import type { CourseRow, CourseTable } from '@shared/core/hours/course-table';
import type { GridSize } from './grid-place';
import type { Grid } from './use-grid';
import type { GridWork } from './use-grid-work';

/** What the table and each part of it is drawn from. */
export interface HoursGridProps {
  readonly table: CourseTable;
  readonly rows: readonly CourseRow[];
  readonly size: GridSize;
  readonly grid: Grid;
  readonly work: GridWork;
  readonly onProblem: (message: string) => void;
}
