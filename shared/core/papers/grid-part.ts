import type { KnownRecord } from '../model/record';
import type { GridColumn } from '../paths/computed/computed';
import type { BlockOf } from './layout';
import type { Making } from './making';

/** One table of a grid: the rows of all, and the columns that have room in it. */
export interface GridPart {
  readonly making: Making;
  readonly form: BlockOf<'grid'>;
  readonly rows: readonly KnownRecord[];
  readonly columns: readonly GridColumn[];
  /** In dxa. */
  readonly widths: readonly number[];
}
