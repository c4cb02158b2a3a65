import type { RecordId } from '@shared/core/kernel/id';
import { NumberField } from './fields/number-field';
import { TextLine } from './fields/text-field';
import { SheetRow } from './sheet';
import { Why } from './why';

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
