import type { RecordId } from '@shared/core/kernel/id';
import { characterCount } from '@shared/core/rules/reading';
import { Example } from '../example';
import { RecordTable } from '../fields/record-table';
import type { Column } from '../fields/table-row';
import { TextArea, TextLine } from '../fields/text-field';
import { useChildren, useRecord } from '../fields/use-field';
import { PageFrame } from '../page-frame';
import { Band, CellLabel, SheetRow } from '../sheet';
import { recordName } from '@shared/core/words/wording';
import { useCrumbs } from '../use-crumbs';
import { LevelCourses } from './level-courses';
import { LevelTasks } from './level-tasks';
import { StartPoints } from './start-points';

const sections = [
  { id: 'part-employment', name: '就业方向' },
  { id: 'part-qualifications', name: '职业资格' },
  { id: 'part-goal', name: '目标与机制' },
  { id: 'part-starts', name: '起点' },
  { id: 'part-tasks', name: '培养要求' },
  { id: 'part-courses', name: '课程' },
];

const qualificationColumns: readonly Column[] = [
  { field: 'name', share: 66, ghost: '例：汽车维修工' },
  { field: 'skillLevel', share: 34 },
];

/** One 培养层级 in the order of the form: code, employment, qualifications, goal, start points, tasks, courses. */
export function LevelPage({ levelId }: { readonly levelId: RecordId }) {
  const crumbs = useCrumbs(levelId);
  const level = useRecord('majorLevel', levelId);
  const qualifications = useChildren('qualification', levelId);
  if (level === undefined) return null;
  return (
    <PageFrame crumbs={crumbs} title={recordName(level)} sections={sections}>
      <div className="sheet no-margin">
        <SheetRow className="name-row two-cells">
          <CellLabel why={['majorLevel', 'majorCode']}>专业编码</CellLabel>
          <span className="cell-value">
            <TextLine recordId={levelId} field="majorCode" ghost="例：0403-4" />
          </span>
        </SheetRow>
        <LevelText levelId={levelId} field="employmentDirection" title="就业方向" id="employment" />
        <Band id="part-qualifications" title="职业资格与职业技能等级" />
        <SheetRow className="table-paper">
          <RecordTable
            kind="qualification"
            parentId={levelId}
            ids={qualifications.map(({ id }) => id)}
            noun="职业资格"
            columns={qualificationColumns}
            empty={<Example kind="qualification" field="name" />}
          />
        </SheetRow>
        <LevelText levelId={levelId} field="goal" title="培养目标" id="goal" />
        <LevelText levelId={levelId} field="operationMode" title="运行机制" id="mode" />
        <StartPoints levelId={levelId} />
        <LevelTasks levelId={levelId} />
        <LevelCourses levelId={levelId} />
        <SheetRow className="sheet-end">{null}</SheetRow>
      </div>
    </PageFrame>
  );
}

interface LevelTextProps {
  readonly levelId: RecordId;
  readonly field: 'employmentDirection' | 'goal' | 'operationMode';
  readonly title: string;
  readonly id: string;
}

function LevelText({ levelId, field, title, id }: LevelTextProps) {
  const length = characterCount(useRecord('majorLevel', levelId)?.[field] ?? '');
  return (
    <>
      <Band
        id={`part-${id}`}
        title={title}
        note={length === 0 ? '还没有写' : `${String(length)} 字`}
        why={['majorLevel', field]}
      />
      <SheetRow className="description">
        <TextArea recordId={levelId} field={field} ghost="在这里写……" />
        <Example kind="majorLevel" field={field} underField />
      </SheetRow>
    </>
  );
}
