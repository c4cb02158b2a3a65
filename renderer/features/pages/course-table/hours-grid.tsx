import { courseKindOrder, type Sums } from '@shared/core/hours/course-table';
import { courseKindWord } from '@shared/core/words/wording';
import { AddCourseLine } from './add-course-line';
import { CourseLine } from './course-line';
import { GridHead } from './grid-head';
import type { HoursGridProps } from './grid-props';

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
      <GridHead {...props} />
      {table.groups.map((group) => (
        <tbody key={group.courseKind}>
          <tr className="group-row">
            <th colSpan={columns} scope="rowgroup">
              <span className="in-sight">{courseKindWord(group.courseKind)}</span>
            </th>
          </tr>
          {group.rows.map((row) => (
            <CourseLine key={row.courseId} {...props} row={row} at={rows.indexOf(row)} />
          ))}
          <AddCourseLine {...props} courseKind={group.courseKind} />
          <SumLine label={`${courseKindWord(group.courseKind)}小计`} sums={group} />
        </tbody>
      ))}
      {props.work.canWrite && <MissingKinds {...props} />}
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

/** Kinds the table has no course of yet: where their first one is written. */
function MissingKinds(props: HoursGridProps) {
  const there = props.table.groups.map(({ courseKind }) => courseKind);
  const missing = courseKindOrder.filter((kind) => !there.includes(kind));
  if (missing.length === 0) return null;
  return (
    <tbody>
      {missing.map((courseKind) => (
        <AddCourseLine key={courseKind} {...props} courseKind={courseKind} />
      ))}
    </tbody>
  );
}
