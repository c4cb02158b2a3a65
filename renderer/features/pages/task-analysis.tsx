import { type FocusEvent, useState } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { kindSpec, type RecordOf } from '@shared/core/model/record';
import { Example } from './example';
import { ItemList } from './fields/item-list';
import { RecordList } from './fields/record-list';
import { TextArea } from './fields/text-field';
import { useChildren, useRecord } from './fields/use-field';
import { CompetenceList } from './mapping/competence-list';
import { Band, SheetRow, SubHead } from './sheet';
import { Why } from './why';

/** 职业能力要求 and the 课程目标 that serve them. */
export function Competence({ taskId }: { readonly taskId: RecordId }) {
  return (
    <>
      <Band
        id="part-competence"
        title="职业能力要求"
        note="宜 3～7 条，写到哪一条，下面就对应课程目标"
        why={['competenceRequirement', 'text']}
      />
      <CompetenceList
        taskId={taskId}
        noun="职业能力要求"
        empty={
          <SheetRow>
            <Example kind="competenceRequirement" field="text" />
          </SheetRow>
        }
      />
    </>
  );
}

/** 工作对象 n and 工作要求 n belong together and light up together. */
export function Analysis({ taskId }: { readonly taskId: RecordId }) {
  const objects = useChildren('workObject', taskId);
  const requirements = useChildren('workRequirement', taskId);
  const [lit, setLit] = useState<number | null>(null);
  const around = { taskId, lit, setLit };
  return (
    <>
      <Band id="part-analysis" title="工作内容分析" note="可从 WPS 整块粘贴" />
      <SheetRow className="three">
        <LinesColumn
          {...{ ...around, kind: 'workObject', records: objects, partners: requirements.length }}
          words={{ ghost: '带动作的名词短语', lacks: '无要求', pair: '' }}
        />
        <TaskMiddle taskId={taskId} />
        <LinesColumn
          {...{
            ...around,
            kind: 'workRequirement',
            records: requirements,
            partners: objects.length,
          }}
          words={{ ghost: '做到什么程度', lacks: '无对象', pair: '对 ' }}
        />
      </SheetRow>
    </>
  );
}

interface LinesColumnProps {
  readonly taskId: RecordId;
  readonly kind: 'workObject' | 'workRequirement';
  readonly records: readonly RecordOf<'workObject' | 'workRequirement'>[];
  /** How many there are of the other kind. */
  readonly partners: number;
  /** Which line is lit, here and in the other column. */
  readonly lit: number | null;
  readonly setLit: (index: number | null) => void;
  /** `pair` is said before the number of the partner; '' = a pair is silent. */
  readonly words: { readonly ghost: string; readonly lacks: string; readonly pair: string };
}

function LinesColumn({ taskId, kind, records, partners, ...props }: LinesColumnProps) {
  const { lit, setLit, words } = props;
  const { label } = kindSpec(kind);
  const light = (event: FocusEvent) => {
    const id = event.target.closest<HTMLElement>('[data-line]')?.dataset.line;
    const index = records.findIndex((record) => record.id === id);
    setLit(index < 0 ? null : index);
  };
  return (
    <div className="column" role="group" aria-label={`${label}栏`} onFocus={light}>
      <SubHead
        why={[kind, 'text']}
        note={records.length === 0 ? '还没有写' : `${String(records.length)} 条`}
      >
        {`${label}：`}
      </SubHead>
      <RecordList
        {...{ kind, parentId: taskId, field: 'text', records, noun: label, ghost: words.ghost }}
        className={(_, index) => (index === lit ? 'line-lit' : undefined)}
        tail={(_, index) => <Pair number={index} of={partners} {...words} />}
        empty={<Example kind={kind} field="text" />}
      />
    </div>
  );
}

interface PairProps {
  readonly number: number;
  readonly of: number;
  readonly lacks: string;
  readonly pair: string;
}

function Pair({ number, of, lacks, pair }: PairProps) {
  if (number >= of) return of === 0 ? null : <span className="pair pair-lacks">{lacks}</span>;
  return pair === '' ? null : <span className="pair">{`${pair}${String(number + 1)}`}</span>;
}

const kinds = [
  ['tools', '1. 工具', '例：扭力扳手'],
  ['materials', '2. 材料', '例：机油'],
  ['equipment', '3. 设备', '例：两柱举升机'],
  ['documents', '4. 资料', '例：维修手册'],
] as const;

/** The middle column of the form: 工具、材料、设备与资料, then 工作方法, then 劳动组织方式. */
function TaskMiddle({ taskId }: { readonly taskId: RecordId }) {
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
