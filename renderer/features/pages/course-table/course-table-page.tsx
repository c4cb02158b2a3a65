import { useMemo, useState } from 'react';
import { courseTable, courseTables, type CourseTable } from '@shared/core/hours/course-table';
import type { CourseTableImbalance } from '@shared/core/hours/course-table-imbalance';
import type { RecordId } from '@shared/core/kernel/id';
import { findOf } from '@shared/core/model/project';
import { tableWays } from '@shared/core/ways-out/table-ways';
import { recordName } from '@shared/core/words/wording';
import { useDocument, useView } from '../../../state/studio';
import { ChoiceField } from '../fields/choice-field';
import { NumberField } from '../fields/number-field';
import { PageFrame } from '../page-frame';
import { WaysOut } from '../ways-out';
import { rowsOf } from './grid-place';
import { GridMenu } from './grid-menu';
import { HoursGrid } from './hours-grid';
import { PasteQuestion } from './paste-question';
import { useGrid } from './use-grid';
import { useGridClipboard } from './use-grid-paste';
import { useGridWork } from './use-grid-work';
import { TextButton } from '../page-button';

/** The 课程表 of one start point: a grid like a spreadsheet, its sums, and what does not add up. */
export function CourseTablePage({ startPointId }: { readonly startPointId: RecordId }) {
  const project = useDocument((state) => state.project);
  const table = useMemo(() => courseTable(project, startPointId), [project, startPointId]);
  if (table === undefined) return null;
  return (
    <PageFrame page={{ id: startPointId, part: undefined }} sections={[]} wide>
      <TableChoice startPointId={startPointId} />
      <StartFields startPointId={startPointId} />
      {table.semesters === 0 ? (
        <p className="table-empty">先在上面写学制（几年），课程表就有学期了。</p>
      ) : (
        <TableSheet table={table} />
      )}
    </PageFrame>
  );
}

/** The tables of the other start points, to go from one to the next. */
function TableChoice({ startPointId }: { readonly startPointId: RecordId }) {
  const project = useDocument((state) => state.project);
  const select = useView((view) => view.select);
  const tables = useMemo(() => courseTables(project), [project]);
  if (tables.length < 2) return null;
  return (
    <nav className="table-choice" aria-label="各起点的课程表">
      {tables.map((table) => {
        const level = findOf(project, 'majorLevel', table.levelId);
        const current = table.startPointId === startPointId;
        return (
          <button
            key={table.startPointId}
            type="button"
            aria-current={current ? 'page' : undefined}
            onClick={() => {
              select({ record: table.startPointId });
            }}
          >
            {`${level === undefined ? '' : recordName(level)}·${table.name}`}
            {table.imbalances.length > 0 && (
              <span className="uneven">{`${table.imbalances.length} 处不平`}</span>
            )}
          </button>
        );
      })}
    </nav>
  );
}

function StartFields({ startPointId }: { readonly startPointId: RecordId }) {
  return (
    <div className="start-fields">
      <span>
        生源 <ChoiceField recordId={startPointId} field="entry" />
      </span>
      <span>
        学制 <NumberField recordId={startPointId} field="years" unit="count" ghost="例：3" /> 年
      </span>
      <span>
        每学期{' '}
        <NumberField recordId={startPointId} field="weeksPerSemester" unit="count" ghost="20" />{' '}
        教学周
      </span>
      <span>
        每周 <NumberField recordId={startPointId} field="hoursPerWeek" unit="count" ghost="30" />{' '}
        学时
      </span>
    </div>
  );
}

function TableSheet({ table }: { readonly table: CourseTable }) {
  const rows = useMemo(() => rowsOf(table), [table]);
  const size = { rows: rows.length, columns: table.semesters };
  const grid = useGrid(size);
  const work = useGridWork(table, rows, grid);
  const clipboard = useGridClipboard({ table, rows, grid, work });
  const [problem, setProblem] = useState('');
  const asked = clipboard.question;
  if (rows.length === 0 && !work.canWrite) return <p className="table-empty">还没有课程。</p>;
  return (
    <>
      <GridTools work={work} />
      <GridMenu grid={grid} work={work}>
        <div
          className="course-table-frame"
          data-own-keys="Alt+ArrowRight Ctrl+D Ctrl+A"
          onCopy={clipboard.onCopy}
          onCut={clipboard.onCut}
          onPaste={clipboard.onPaste}
        >
          <HoursGrid {...{ table, rows, size, grid, work }} onProblem={setProblem} />
        </div>
      </GridMenu>
      {problem !== '' && (
        <p className="field-refusal" role="alert">
          {problem}
        </p>
      )}
      <Imbalances table={table} />
      {asked !== null && (
        <PasteQuestion
          asked={asked}
          onClose={clipboard.close}
          onAnswer={(plan) => {
            clipboard.take(plan, asked.table, asked.target);
          }}
        />
      )}
    </>
  );
}

function GridTools({ work }: { readonly work: ReturnType<typeof useGridWork> }) {
  if (!work.canWrite) return null;
  return (
    <div className="grid-tools" role="group" aria-label="课程表工具">
      <TextButton onClick={work.share}>自动分配这门课</TextButton>
      <TextButton onClick={work.giveNext}>余数给下一学期</TextButton>
      <TextButton disabled={!work.toggleLock} onClick={work.toggleLock}>
        锁定或解锁这一格
      </TextButton>
      <span className="grid-hint">
        方向键移动，直接打数字；Alt+→ 余数给下一学期，Ctrl+D 向下填，Ctrl+R 向右填；可以从 WPS
        表格粘贴
      </span>
    </div>
  );
}

/** What does not add up, each with both places and a way out. */
function Imbalances({ table }: { readonly table: CourseTable }) {
  if (table.imbalances.length === 0) {
    return table.sum === 0 ? null : <p className="table-even">各学期合计都与基准学时相符。</p>;
  }
  return (
    <ul className="imbalances" aria-label="课程表里不平的地方">
      {table.imbalances.map((imbalance) => (
        <Imbalance
          key={`${imbalance.rule} ${imbalance.first.id} ${imbalance.second.id} ${String(imbalance.term)}`}
          table={table}
          imbalance={imbalance}
        />
      ))}
    </ul>
  );
}

function Imbalance(props: {
  readonly table: CourseTable;
  readonly imbalance: CourseTableImbalance;
}) {
  const { table, imbalance } = props;
  const project = useDocument((state) => state.project);
  const ways = useMemo(() => tableWays(project, table, imbalance), [project, table, imbalance]);
  return (
    <li>
      <span aria-hidden="true" className="finding-mark">
        ◆
      </span>
      <span>{imbalance.message}</span>
      <WaysOut ways={ways} label={`${imbalance.message}怎样才平`} />
    </li>
  );
}
