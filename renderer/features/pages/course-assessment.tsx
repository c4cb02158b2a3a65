import { useMemo } from 'react';
import { distributeShares } from '@shared/core/commands/distribute-shares';
import { setWeights } from '@shared/core/commands/set-weights';
import { assessmentShares, courseWeights } from '@shared/core/hours/assessment-weights';
import { restOfHundred } from '@shared/core/hours/percent';
import type { RecordId } from '@shared/core/kernel/id';
import { shareWays } from '@shared/core/ways-out/share-ways';
import { useDocument } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { LockToggle } from './fields/choice-field';
import { Finding } from './finding';
import { NumberField } from './fields/number-field';
import { TextLine } from './fields/text-field';
import { SheetRow } from './sheet';
import { WaysOut } from './ways-out';
import { Why } from './why';
import { TextButton } from './page-button';

/** 课程考核成绩 as the form words it: what is counted with which weight. */
export function Weights({ assessmentId }: { readonly assessmentId: RecordId }) {
  const execute = useExecute();
  const project = useDocument((state) => state.project);
  const weights = useMemo(() => courseWeights(project, assessmentId), [project, assessmentId]);
  const write = (field: 'processWeight' | 'finalWeight') => (value: number | null) => {
    if (value === null) return false;
    const processWeight = field === 'processWeight' ? value : restOfHundred(value);
    return execute(setWeights, { assessmentId, processWeight }, { record: assessmentId, field }).ok;
  };
  const ghost = (value: number | null) => (value === null ? '—' : String(value));
  return (
    <SheetRow
      className="formula"
      margin={weights.message !== '' && <Finding text={weights.message} />}
    >
      <span>课程考核成绩 = 过程性考核成绩 ×</span>
      <NumberField
        recordId={assessmentId}
        field="processWeight"
        unit="percent"
        ghost={ghost(weights.process)}
        write={write('processWeight')}
      />
      <span>% + 终结性考核成绩 ×</span>
      <NumberField
        recordId={assessmentId}
        field="finalWeight"
        unit="percent"
        ghost={ghost(weights.final)}
        write={write('finalWeight')}
      />
      <span>%</span>
      <Why kind="courseAssessment" field="finalWeight" />
    </SheetRow>
  );
}

/** What each 学习任务 counts in 过程性考核. */
export function Shares({ assessmentId }: { readonly assessmentId: RecordId }) {
  const execute = useExecute();
  const project = useDocument((state) => state.project);
  const readOnly = useDocument((state) => state.readOnly);
  const shares = useMemo(() => assessmentShares(project, assessmentId), [project, assessmentId]);
  const ways = useMemo(() => shareWays(project, assessmentId), [project, assessmentId]);
  if (shares.parts.length === 0) {
    return <SheetRow className="excerpt-empty">写了学习任务，这里就有各任务的占比。</SheetRow>;
  }
  return (
    <>
      {shares.parts.map(({ id, name, percent }, index) => (
        <SheetRow key={id} className="share">
          <span className="share-name">{`T${String(index + 1)} ${name}`}</span>
          <NumberField
            recordId={id}
            field="percent"
            unit="percent"
            label={`T${String(index + 1)} 占比`}
            ghost={String(percent)}
          />
          <span>%</span>
          <LockToggle recordId={id} field="locked" label={`T${String(index + 1)} 占比锁定`} />
        </SheetRow>
      ))}
      <SheetRow
        className="share share-sum"
        margin={shares.message !== '' && <Finding text={shares.message} />}
      >
        <span className="share-name">合计</span>
        <b>{shares.sum}</b>
        <span>%</span>
        {!readOnly && (
          <TextButton
            title="没有锁定的占比按学习任务的学时分到 100%"
            onClick={() => {
              execute(distributeShares, { assessmentId });
            }}
          >
            自动分配占比
          </TextButton>
        )}
      </SheetRow>
      {ways.length > 0 && (
        <SheetRow>
          <WaysOut ways={ways} label="占比怎样才是 100%" />
        </SheetRow>
      )}
    </>
  );
}

/** 考核任务案例 and the time there is for it. */
export function ExamCase({ finalId }: { readonly finalId: RecordId }) {
  return (
    <SheetRow className="case-row">
      <span className="case-label">
        考核任务案例：
        <Why kind="finalAssessment" field="caseName" />
      </span>
      <TextLine recordId={finalId} field="caseName" ghost="例：网约车 6 万公里维护" />
      <span className="case-minutes">
        <span>考核时间</span>
        <Why kind="finalAssessment" field="minutes" />
        <NumberField recordId={finalId} field="minutes" unit="count" ghost="—" />
        <span>分钟</span>
      </span>
    </SheetRow>
  );
}
