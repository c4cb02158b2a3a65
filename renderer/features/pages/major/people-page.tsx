import type { RecordId } from '@shared/core/kernel/id';
import { builtKinds } from '@shared/core/model/kinds';
import { partTitle } from '../../../state/major-parts';
import { Example } from '../example';
import { RecordTable } from '../fields/record-table';
import type { Column } from '../fields/table-row';
import { useChildren, useRecord } from '../fields/use-field';
import { PageFrame } from '../page-frame';
import { Band, SheetRow } from '../sheet';
import { useCrumbs } from '../use-crumbs';

const personColumns: readonly Column[] = [
  { field: 'role', share: 18 },
  { field: 'name', share: 24, ghost: '例：李明' },
  { field: 'unit', share: 36, ghost: '例：示范技师学院' },
  { field: 'post', share: 22, ghost: '例：高级讲师' },
];
const approvalColumns: readonly Column[] = [
  { field: 'step', share: 30 },
  { field: 'name', share: 40, ghost: '例：李明' },
  { field: 'date', share: 30, ghost: '例：2026-09-01' },
];
const revisionColumns: readonly Column[] = [
  { field: 'version', share: 14, ghost: '例：1.1' },
  { field: 'date', share: 20, ghost: '例：2026-09-01' },
  { field: 'change', share: 48, ghost: '例：调整“汽车维护”的学时' },
  { field: 'by', share: 18, ghost: '例：李明' },
];
const sections = [
  { id: 'part-persons', name: '人员' },
  { id: 'part-approval', name: '编制与审批' },
  { id: 'part-revision', name: '修订记录' },
];
const steps = builtKinds.approvalLine.fields.step.options;

/** Who wrote, judged and approved the standard, and what was changed since. */
export function PeoplePage({ majorId }: { readonly majorId: RecordId }) {
  const crumbs = useCrumbs(majorId);
  const major = useRecord('major', majorId);
  const persons = useChildren('person', majorId);
  const approvals = useChildren('approvalLine', majorId);
  const revisions = useChildren('revisionLine', majorId);
  if (major === undefined) return null;
  // The three steps one after another; whoever signs second for a step changes the word.
  const nextStep = steps.find((step) => !approvals.some((line) => line.step === step));
  return (
    <PageFrame
      crumbs={[...crumbs, { id: majorId, name: major.name }]}
      title={partTitle('people')}
      sections={sections}
    >
      <div className="sheet no-margin">
        <Band id="part-persons" title="人员" note="开发单位、起草、审定、任课教师" />
        <SheetRow className="table-paper">
          <RecordTable
            kind="person"
            parentId={majorId}
            ids={persons.map(({ id }) => id)}
            noun="人员"
            columns={personColumns}
            empty={<Example kind="person" field="unit" />}
          />
        </SheetRow>
        <Band id="part-approval" title="编制、审核、批准" />
        <SheetRow className="table-paper">
          <RecordTable
            kind="approvalLine"
            parentId={majorId}
            ids={approvals.map(({ id }) => id)}
            noun="签署"
            columns={approvalColumns}
            given={{ step: nextStep ?? 'approve' }}
            empty={<Example kind="approvalLine" field="date" />}
          />
        </SheetRow>
        <Band id="part-revision" title="修订记录" />
        <SheetRow className="table-paper">
          <RecordTable
            kind="revisionLine"
            parentId={majorId}
            ids={revisions.map(({ id }) => id)}
            noun="修订"
            columns={revisionColumns}
            empty={<Example kind="revisionLine" field="change" />}
          />
        </SheetRow>
        <SheetRow className="sheet-end">{null}</SheetRow>
      </div>
    </PageFrame>
  );
}
