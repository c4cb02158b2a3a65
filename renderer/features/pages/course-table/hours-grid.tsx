import { type ReactNode, useRef } from 'react';
import type { CourseGroup, CourseRow, CourseTable, Sums } from '@shared/core/hours/course-table';
import { optionWord } from '@shared/core/model/field';
import { builtKinds } from '@shared/core/model/kinds';
import { useView } from '../../../state/studio';
import { isInside, type GridSize } from './grid-place';
import { type CellHand, HoursCell } from './hours-cell';
import { type Grid, useWantedFocus } from './use-grid';
import { gridKey } from './use-grid-keys';
import type { GridWork } from './use-grid-work';

interface HoursGridProps {
  readonly table: CourseTable;
  readonly rows: readonly CourseRow[];
  readonly size: GridSize;
  readonly grid: Grid;
  readonly work: GridWork;
  readonly onProblem: (message: string) => void;
}

/** In CSS pixels: a term, and the columns beside the terms. Narrower than that the table scrolls. */
const termWidth = 48;
const besideTerms = 380;

/** The 课程表 as it is printed, with the sums that follow from its cells. */
export function HoursGrid(props: HoursGridProps) {
  const { table, rows } = props;
  const columns = table.semesters + 4;
  return (
    <table
      className="course-table"
      role="grid"
      aria-label={`${table.name}课程表`}
      aria-multiselectable
      style={{ minWidth: besideTerms + table.semesters * termWidth }}
    >
      <Head semesters={table.semesters} />
      {table.groups.map((group) => (
        <tbody key={group.courseKind}>
          <tr className="group-row">
            <th colSpan={columns} scope="rowgroup">
              {kindWord(group.courseKind)}
            </th>
          </tr>
          {group.rows.map((row) => (
            <CourseLine key={row.courseId} {...props} row={row} at={rows.indexOf(row)} />
          ))}
          <SumLine label={`${kindWord(group.courseKind)}小计`} sums={group} />
        </tbody>
      ))}
      <tbody>
        <SumLine label="总学时" sums={table} capacity={table.capacity} />
        <tr className="capacity-row">
          <td colSpan={3}>每学期最多可排（教学周数×周学时）</td>
          {table.terms.map((hours, index) => (
            <td key={index}>
              {hours > table.capacity
                ? `多 ${hours - table.capacity}`
                : `余 ${table.capacity - hours}`}
            </td>
          ))}
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function Head({ semesters }: { readonly semesters: number }) {
  return (
    <thead>
      <tr>
        <th rowSpan={2} className="at-column">
          序号
        </th>
        <th rowSpan={2} className="name-column">
          课程名称
        </th>
        <th rowSpan={2} className="standard-column">
          基准学时
        </th>
        <th colSpan={semesters}>学时分配</th>
        <th rowSpan={2} className="not-printed">
          各学期合计
        </th>
      </tr>
      <tr>
        {Array.from({ length: semesters }, (_, index) => (
          <th key={index}>
            {`第${index + 1}`}
            <wbr />
            学期
          </th>
        ))}
      </tr>
    </thead>
  );
}

function CourseLine(props: HoursGridProps & { readonly row: CourseRow; readonly at: number }) {
  const { row, at, table } = props;
  const select = useView((view) => view.select);
  const inherited = row.level !== table.level;
  return (
    <tr className={inherited ? 'inherited' : undefined}>
      <td>{at + 1}</td>
      <th scope="row" className="course-name">
        <button
          type="button"
          className="text-button"
          onClick={() => {
            select({ record: row.courseId });
          }}
        >
          {row.name === '' ? '没有名称的课程' : row.name}
        </button>
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
        if (event.button === 2 && selected) return;
        // The field itself takes the focus and the place in its text as fields do.
        if (event.target instanceof HTMLInputElement && document.activeElement === event.target)
          return;
        event.preventDefault();
        grid.go(place, event.shiftKey);
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1 && !active) grid.go(place, true);
      }}
    >
      {active ? <ActiveCell {...props} /> : (cell.hours ?? '')}
      {cell.locked && <span className="lock-word">锁</span>}
    </td>
  );
}

function ActiveCell(props: CellProps) {
  const { row, column, grid, size, rows, work, table } = props;
  const hand = useRef<CellHand>(null);
  useWantedFocus(grid.wanted, () => hand.current?.focus());
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

interface SumLineProps {
  readonly label: string;
  readonly sums: Sums;
  readonly capacity?: number;
}

function SumLine({ label, sums, capacity = Infinity }: SumLineProps) {
  return (
    <tr className="sum-row">
      <th colSpan={2} scope="row">
        {label}
      </th>
      <td>{sums.standard}</td>
      {sums.terms.map((hours, index) => (
        <td key={index} className={hours > capacity ? 'over' : undefined}>
          {hours === 0 ? '—' : hours}
        </td>
      ))}
      <td className="not-printed">{sums.sum}</td>
    </tr>
  );
}

function kindWord(kind: CourseGroup['courseKind']): string {
  return optionWord(builtKinds.course.fields.courseKind, kind);
}
