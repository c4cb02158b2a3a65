import { useMemo } from 'react';
import { distributeShares } from '@shared/core/commands/distribute-shares';
import { setWeights } from '@shared/core/commands/set-weights';
import { assessmentShares, courseWeights } from '@shared/core/hours/assessment-weights';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { CourseFinal } from './course-final';
import { LockToggle } from './fields/choice-field';
import { placeOf } from './fields/field-place';
import { Finding } from './finding';
import { NumberField } from './fields/number-field';
import { TextArea } from './fields/text-field';
import { useOnlyChild } from './fields/use-field';
import { PointsMatrix } from './mapping/points-matrix';
import { Band, SheetRow, SubHead } from './sheet';

/** 教学考核要求: weights, shares, what is looked at, and the case of the final assessment. */
export function CourseAssessment({ courseId }: { readonly courseId: RecordId }) {
  const assessment = useOnlyChild('courseAssessment', courseId);
  if (assessment === undefined) return null;
  const { id } = assessment;
  return (
    <section aria-labelledby="part-assessment">
      <Band id="part-assessment" title="教学考核要求" why={['courseAssessment', 'processWeight']} />
      <SheetRow>
        <TextArea
          recordId={id}
          field="opening"
          ghost="例：采用过程性考核与终结性考核相结合的方式。"
        />
      </SheetRow>
      <Weights assessmentId={id} />
      <SheetRow>
        <SubHead>1. 过程性考核</SubHead>
      </SheetRow>
      <Shares assessmentId={id} />
      {evidence.map(([field, title, ghost]) => (
        <SheetRow key={field} className="advice">
          <SubHead why={['courseAssessment', field]}>{title}</SubHead>
          <TextArea recordId={id} field={field} ghost={ghost} />
        </SheetRow>
      ))}
      <SheetRow>
        <SubHead>2. 终结性考核</SubHead>
      </SheetRow>
      <CourseFinal assessmentId={id} />
      <PointsMatrix courseId={courseId} />
    </section>
  );
}

const evidence = [
  ['skillAssessment', '（1）技能考核', '例：按学习任务考核操作规范与质量，对照竣工检验单评分。'],
  ['outcomeAssessment', '（2）学习成果考核', '例：维护方案、检测记录单、总结汇报。'],
  ['competenceObservation', '（3）通用能力观察', '例：沟通、安全、环保与责任意识的观察记录。'],
] as const;

function Weights({ assessmentId }: { readonly assessmentId: RecordId }) {
  const execute = useExecute();
  const project = useDocument((state) => state.project);
  const weights = useMemo(() => courseWeights(project, assessmentId), [project, assessmentId]);
  const write = (field: 'processWeight' | 'finalWeight') => (value: number | null) => {
    if (value === null) return false;
    const processWeight = field === 'processWeight' ? value : 100 - value;
    return execute(setWeights, { assessmentId, processWeight }, placeOf(assessmentId, field)).ok;
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
    </SheetRow>
  );
}

function Shares({ assessmentId }: { readonly assessmentId: RecordId }) {
  const execute = useExecute();
  const project = useDocument((state) => state.project);
  const readOnly = useDocument((state) => state.readOnly);
  const shares = useMemo(() => assessmentShares(project, assessmentId), [project, assessmentId]);
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
          <button
            type="button"
            className="text-button"
            title="没有锁定的占比按学习任务的学时分到 100%"
            onClick={() => {
              execute(distributeShares, { assessmentId });
            }}
          >
            自动分配占比
          </button>
        )}
      </SheetRow>
    </>
  );
}
