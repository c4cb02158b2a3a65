import type { RecordId } from '@shared/core/kernel/id';
import { Example } from './example';
import { ItemList } from './fields/item-list';
import { TextArea } from './fields/text-field';
import { useRecord } from './fields/use-field';
import { SubHead } from './sheet';
import { Why } from './why';

const kinds = [
  ['tools', '1. 工具', '例：扭力扳手'],
  ['materials', '2. 材料', '例：机油'],
  ['equipment', '3. 设备', '例：两柱举升机'],
  ['documents', '4. 资料', '例：维修手册'],
] as const;

/** The middle column of the form: 工具、材料、设备与资料, then 工作方法, then 劳动组织方式. */
export function TaskMiddle({ taskId }: { readonly taskId: RecordId }) {
  const count = useRecord('typicalWorkTask', taskId)?.workMethods.length ?? 0;
  return (
    <div className="column column-middle">
      <h3 className="subhead">工具、材料、设备与资料：</h3>
      {kinds.map(([field, title, ghost]) => (
        <div key={field} className="kind">
          <h4>
            {title}
            <Why kind="typicalWorkTask" field={field} />
          </h4>
          <div className="kind-items">
            <ItemList recordId={taskId} field={field} ghost={ghost} number={none} />
          </div>
        </div>
      ))}
      <section className="column-part">
        <SubHead
          why={['typicalWorkTask', 'workMethods']}
          note={count === 0 ? '宜 5～10 条' : `${String(count)} 条`}
        >
          工作方法：
        </SubHead>
        <ItemList
          recordId={taskId}
          field="workMethods"
          ghost="例：量具测量对照法"
          empty={<Example kind="typicalWorkTask" field="workMethods" />}
        />
      </section>
      <section className="column-part">
        <SubHead why={['typicalWorkTask', 'workOrganization']}>劳动组织方式：</SubHead>
        <div className="column-text">
          <TextArea recordId={taskId} field="workOrganization" ghost="在这里写……" />
          <Example kind="typicalWorkTask" field="workOrganization" underField />
        </div>
      </section>
    </div>
  );
}

function none(): string {
  return '';
}
