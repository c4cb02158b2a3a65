import { type MouseEvent, type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import type { CourseRow } from '@shared/core/hours/course-table';
import { useStudio, useView } from '../../../state/studio';
import { isInside, wholeLines } from './grid-place';
import { type CellHand, cellPlace, HoursCell } from './hours-cell';
import type { HoursGridProps } from './grid-props';
import { type Grid, useWantedFocus } from './use-grid';
import { gridKey } from './use-grid-keys';
import { TextButton } from '../page-button';

/** The line of one course: what it is, its cells, and whether they add up. */
export function CourseLine(
  props: HoursGridProps & { readonly row: CourseRow; readonly at: number },
) {
  const { row, at, table, grid, size } = props;
  const select = useView((view) => view.select);
  const inherited = row.level !== table.level;
  return (
    <tr className={inherited ? 'inherited' : undefined}>
      <td className="at-cell">
        <button
          type="button"
          tabIndex={-1}
          className="grid-head-button"
          title="选中这一行"
          aria-label={`选中第${at + 1}行`}
          onClick={(event) => {
            grid.select(wholeLines(grid.block, at, { extend: event.shiftKey, size }));
          }}
        >
          {at + 1}
        </button>
      </td>
      <th scope="row" className="course-name">
        <TextButton
          onClick={() => {
            select({ record: row.courseId });
          }}
        >
          {row.name === '' ? '没有名称的课程' : row.name}
        </TextButton>
      </th>
      <td>{row.standard ?? ''}</td>
      {row.cells.map((_, column) => (
        <Cell key={column} {...props} column={column} />
      ))}
      <td className={row.taken && row.difference !== 0 ? 'not-printed uneven' : 'not-printed'}>
        {balanceWords(row)}
      </td>
    </tr>
  );
}

function balanceWords({ taken, sum, difference, standard }: CourseRow): string {
  if (!taken) return '不开';
  if (standard === null || difference === 0) return String(sum);
  return difference > 0 ? `${sum} 少 ${difference}` : `${sum} 多 ${-difference}`;
}

interface CellProps extends HoursGridProps {
  readonly row: CourseRow;
  readonly at: number;
  readonly column: number;
}

function Cell(props: CellProps): ReactNode {
  const { row, at, column, grid } = props;
  const cell = row.cells[column];
  const place = { row: at, column };
  const active = grid.active.row === at && grid.active.column === column;
  const selected = isInside(grid.block, place);
  if (cell === undefined) return null;
  return (
    <td
      role="gridcell"
      aria-selected={selected}
      className={[
        active ? 'active' : '',
        selected ? 'selected' : '',
        cell.locked ? 'locked' : '',
      ].join(' ')}
      onMouseDown={(event) => {
        // What is selected stays so under the menu that is asked for it.
        if ((event.button === 2 && selected) || isWithinText(event, grid)) return;
        event.preventDefault();
        grid.go(place, event.shiftKey);
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1 && !active && grid.mode === 'type') grid.go(place, true);
      }}
    >
      {active ? <ActiveCell {...props} /> : <RestingCell {...props} hours={cell.hours} />}
      {cell.locked && <span className="lock-word">锁</span>}
    </td>
  );
}

/** A cell without the cursor; what was refused stands in it, marked, until it is mended or restored. */
function RestingCell(props: CellProps & { readonly hours: number | null }) {
  const { table, row, column, hours } = props;
  const { kept } = useStudio().pending;
  const place = cellPlace({ ...table, courseId: row.courseId, term: column + 1 });
  const refused = useStore(kept.store, ({ texts }) => texts.get(place));
  if (refused === undefined) return hours ?? '';
  return (
    <span
      className="refused-cell"
      title="没有收下：学时写成数字。回到这一格改好，或按 Esc 恢复原来的。"
    >
      {refused}
    </span>
  );
}

/** While a cell is written in (F2, double click) the mouse marks words of it; else it selects cells. */
function isWithinText({ target }: MouseEvent, { mode }: Grid): boolean {
  return mode === 'edit' && target instanceof HTMLInputElement && document.activeElement === target;
}

function ActiveCell(props: CellProps) {
  const { row, column, grid, size, rows, work, table } = props;
  const hand = useRef<CellHand>(null);
  useWantedFocus(grid.wanted, () => hand.current?.focus(grid.isShown));
  const cell = row.cells[column];
  if (cell === undefined) return null;
  const lock = cell.locked ? '，已锁定' : '';
  return (
    <HoursCell
      startPointId={table.startPointId}
      courseId={row.courseId}
      cell={cell}
      label={`${row.name}第${cell.term}学期学时${lock}`}
      readOnly={!work.canWrite}
      hand={hand}
      onProblem={props.onProblem}
      onEdit={() => {
        grid.setMode('edit');
      }}
      onKey={(event) => {
        gridKey(event, { grid, size, rows, work, hand: hand.current });
      }}
    />
  );
}
