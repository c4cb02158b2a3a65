import { useMemo } from 'react';
import { addStartPoint } from '@shared/core/commands/add-start-point';
import { pasteStartPoints } from '@shared/core/commands/paste-start-points';
import { pastedStartPoints } from '@shared/core/clipboard/pasted-start-points';
import { type CourseTable, courseTable } from '@shared/core/hours/course-table';
import { termCapacity, semestersOf, startPointName } from '@shared/core/model/start-point';
import type { RecordId } from '@shared/core/kernel/id';
import { builtKinds } from '@shared/core/model/kinds';
import type { RecordOf } from '@shared/core/model/record';
import { hasPage } from '../../../state/page-owner';
import type { Column } from '../../../state/pages/page-entry';
import { useDocument, useView } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { RecordTable } from '../fields/record-table';
import type { OwnPaste } from '../fields/use-table-paste';
import { useChildren } from '../fields/use-field';
import { Finding } from '../finding';
import { Band, SheetRow } from '../sheet';
import { AddButton, TextButton } from '../page-button';

const columns: readonly Column[] = [
  { field: 'entry', share: 22 },
  { field: 'years', share: 14, ghost: '例：3' },
  { field: 'weeksPerSemester', share: 18, ghost: '20' },
  { field: 'hoursPerWeek', share: 14, ghost: '30' },
];
const entries = builtKinds.startPoint.fields.entry;

/** 起点: where pupils come from and how long they stay; each has a 课程表 of its own. */
export function StartPoints({ levelId }: { readonly levelId: RecordId }) {
  const starts = useChildren('startPoint', levelId);
  const execute = useExecute();
  const ownPaste: OwnPaste = {
    title: 'entry',
    write: (pasted) => {
      const rows = pastedStartPoints(pasted);
      if (!rows.ok) return rows.failure;
      const done = execute(pasteStartPoints, { levelId, rows: rows.value });
      return done.ok ? null : done.failure.message;
    },
  };
  const adding = (
    <div className="adds">
      {entries.options.map((entry, index) => (
        <AddButton
          key={entry}
          onClick={() => {
            execute(addStartPoint, { levelId, entry });
          }}
        >
          {`添加${entries.words[index] ?? ''}起点`}
        </AddButton>
      ))}
    </div>
  );
  return (
    <>
      <Band
        id="part-starts"
        title="起点与学习年限"
        note={starts.length === 0 ? '学制按生源自动填，可以改' : `${String(starts.length)} 个`}
      />
      <SheetRow className="table-paper">
        <RecordTable
          kind="startPoint"
          parentId={levelId}
          ids={starts.map(({ id }) => id)}
          noun="起点"
          columns={columns}
          adding={adding}
          ownPaste={ownPaste}
          tail={{
            title: '课程表',
            share: 32,
            cell: (_, index) => <TableLink start={starts[index]} />,
          }}
        />
      </SheetRow>
    </>
  );
}

/** How much a term holds, and the way to the table. */
function TableLink({ start }: { readonly start: RecordOf<'startPoint'> | undefined }) {
  const select = useView((view) => view.select);
  const project = useDocument((state) => state.project);
  const table = useMemo(() => courseTable(project, start?.id ?? ''), [project, start?.id]);
  if (start === undefined) return null;
  const room = `${String(semestersOf(start))} 个学期，每学期 ${String(termCapacity(start))} 学时`;
  return (
    <>
      <span>{room}</span>
      {table !== undefined && table.sum > 0 && <Balance table={table} />}
      {hasPage(start) && (
        <TextButton
          glyph="open"
          onClick={() => {
            select({ record: start.id });
          }}
        >
          {`${startPointName(start)}课程表`}
        </TextButton>
      )}
    </>
  );
}

/** How the table stands: what is placed, what there is room for, and what does not add up. */
function Balance({ table }: { readonly table: CourseTable }) {
  const { sum, standard, semesters, capacity, imbalances } = table;
  const words = `基准合计 ${String(standard)}，已排 ${String(sum)}，最多可排 ${String(semesters * capacity)}`;
  return (
    <>
      <span>{words}</span>
      {imbalances.length > 0 ? (
        <Finding text={`${String(imbalances.length)} 处不平`} />
      ) : (
        <span>各课相符</span>
      )}
    </>
  );
}
