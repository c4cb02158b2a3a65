import type { HoursGridProps } from './grid-props';

/** What the columns are; a term that is pressed is selected from top to bottom. */
export function GridHead({ table, size, grid }: HoursGridProps) {
  const { semesters } = table;
  const { block } = grid;
  const isWhole = block.from.row === 0 && block.to.row === size.rows - 1;
  const press = (column: number, extend: boolean) => {
    const from = extend ? Math.min(block.from.column, column) : column;
    const to = extend ? Math.max(block.to.column, column) : column;
    grid.select({ from: { row: 0, column: from }, to: { row: size.rows - 1, column: to } });
  };
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
        {Array.from({ length: semesters }, (_, column) => (
          <th key={column} scope="col">
            <button
              type="button"
              tabIndex={-1}
              className="grid-head-button"
              title="选中这一列"
              aria-pressed={isWhole && column >= block.from.column && column <= block.to.column}
              onClick={(event) => {
                press(column, event.shiftKey);
              }}
            >
              {`第${column + 1}`}
              <wbr />
              学期
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}
