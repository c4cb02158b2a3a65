import type { RecordId } from '@shared/core/kernel/id';
import { countNote } from './count-words';
import { Example } from './example';
import { ItemList } from './fields/item-list';
import { NumberField } from './fields/number-field';
import { RecordList } from './fields/record-list';
import { TextArea, TextLine } from './fields/text-field';
import { useChildren, useOnlyChild } from './fields/use-field';
import { SheetRow, SubHead } from './sheet';
import { Why } from './why';

/** 终结性考核: 考核说明 and the case with 情境描述, 任务要求 and 参考资料. */
export function CourseFinal({ assessmentId }: { readonly assessmentId: RecordId }) {
  const final = useOnlyChild('finalAssessment', assessmentId);
  const requirements = useChildren('taskRequirement', final?.id ?? assessmentId);
  if (final === undefined) return null;
  const { id } = final;
  return (
    <>
      <SheetRow className="advice">
        <SubHead why={['finalAssessment', 'explanation']}>考核说明</SubHead>
        <TextArea recordId={id} field="explanation" ghost="在这里写……" />
        <Example kind="finalAssessment" field="explanation" underField />
      </SheetRow>
      <SheetRow className="case-row">
        <span className="case-label">
          考核任务案例：
          <Why kind="finalAssessment" field="caseName" />
        </span>
        <TextLine recordId={id} field="caseName" ghost="例：网约车 6 万公里维护" />
        <span className="case-minutes">
          <span>考核时间</span>
          <Why kind="finalAssessment" field="minutes" />
          <NumberField recordId={id} field="minutes" unit="count" ghost="—" />
          <span>分钟</span>
        </span>
      </SheetRow>
      <SheetRow className="advice">
        <SubHead note={countNote(final.scenario, 100, 250)} why={['finalAssessment', 'scenario']}>
          【情境描述】
        </SubHead>
        <TextArea recordId={id} field="scenario" ghost="在这里写……" />
        <Example kind="finalAssessment" field="scenario" underField />
      </SheetRow>
      <SheetRow>
        <SubHead why={['taskRequirement', 'text']}>【任务要求】</SubHead>
      </SheetRow>
      <RecordList
        kind="taskRequirement"
        parentId={id}
        field="text"
        records={requirements}
        noun="任务要求"
        ghost="写一条要交出来的东西"
        empty={
          <SheetRow>
            <Example kind="taskRequirement" field="text" />
          </SheetRow>
        }
      />
      <SheetRow>
        <SubHead why={['finalAssessment', 'references']}>【参考资料】</SubHead>
      </SheetRow>
      <ItemList recordId={id} field="references" noun="参考资料" ghost="例：该车型维修手册" />
    </>
  );
}
