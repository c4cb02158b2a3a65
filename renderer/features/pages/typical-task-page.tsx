import { type FocusEvent, useState } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { countNote } from './count-words';
import { Example } from './example';
import { ChoiceField } from './fields/choice-field';
import { FlagField } from './fields/flag-field';
import { RecordList } from './fields/record-list';
import { TextArea, TextLine } from './fields/text-field';
import { useChildren, useRecord } from './fields/use-field';
import { MakeCourse } from './make-course';
import { CompetenceList } from './mapping/competence-list';
import { PageFrame } from './page-frame';
import { Band, CellLabel, SheetRow } from './sheet';
import { TaskMiddle } from './typical-task-middle';
import { recordName } from '@shared/core/words/wording';
import { useCrumbs } from './use-crumbs';
import { Why } from './why';

const sections = [
  { id: 'part-description', name: '描述' },
  { id: 'part-analysis', name: '工作内容分析' },
  { id: 'part-competence', name: '职业能力要求' },
];

/** 典型工作任务 as the form has it: description, the three columns, 职业能力要求. */
export function TypicalTaskPage({ taskId }: { readonly taskId: RecordId }) {
  const crumbs = useCrumbs(taskId);
  const task = useRecord('typicalWorkTask', taskId);
  const level = useRecord('majorLevel', task?.parentId ?? null);
  if (task === undefined) return null;
  return (
    <PageFrame crumbs={crumbs} title="典型工作任务" sections={sections} wide>
      <div className="about about-flush">
        <FlagField recordId={taskId} field="finished" />
        <MakeCourse taskId={taskId} />
      </div>
      <div className="sheet no-margin">
        <SheetRow className="name-row task-name-row">
          <CellLabel why={['typicalWorkTask', 'name']}>典型工作任务名称</CellLabel>
          <span className="cell-value">
            <TextLine recordId={taskId} field="name" ghost="例：汽车维护" />
          </span>
          <span className="cell-label">培养层级</span>
          <span className="cell-value">{level && recordName(level)}</span>
          <span className="cell-label">任务性质</span>
          <span className="cell-value">
            <ChoiceField recordId={taskId} field="taskNature" />
          </span>
        </SheetRow>
        <Band
          id="part-description"
          title="典型工作任务描述"
          note={countNote(task.description, 300, 600)}
          why={['typicalWorkTask', 'description']}
        />
        <SheetRow className="description">
          <TextArea recordId={taskId} field="description" ghost="在这里写……" />
          <Example kind="typicalWorkTask" field="description" underField />
        </SheetRow>
        <Band id="part-analysis" title="工作内容分析" note="可从 WPS 整块粘贴" />
        <Analysis taskId={taskId} />
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
        <SheetRow className="sheet-end">{null}</SheetRow>
      </div>
    </PageFrame>
  );
}

/** 工作对象 n and 工作要求 n belong together and light up together. */
function Analysis({ taskId }: { readonly taskId: RecordId }) {
  const objects = useChildren('workObject', taskId);
  const requirements = useChildren('workRequirement', taskId);
  const [lit, setLit] = useState<number | null>(null);
  const light =
    (records: readonly RecordOf<'workObject' | 'workRequirement'>[]) => (event: FocusEvent) => {
      const id = event.target.closest<HTMLElement>('[data-line]')?.dataset.line;
      const index = records.findIndex((record) => record.id === id);
      setLit(index < 0 ? null : index);
    };
  const className = (_: unknown, index: number) => (index === lit ? 'line-lit' : undefined);
  return (
    <SheetRow className="three">
      <div className="column" role="group" aria-label="工作对象栏" onFocus={light(objects)}>
        <ColumnHead title="工作对象：" count={objects.length} of="workObject" />
        <RecordList
          kind="workObject"
          parentId={taskId}
          field="text"
          records={objects}
          noun="工作对象"
          ghost="带动作的名词短语"
          className={className}
          tail={(_, index) => (
            <Pair number={index} of={requirements.length} word="无要求" prefix="" />
          )}
          empty={<Example kind="workObject" field="text" />}
        />
      </div>
      <TaskMiddle taskId={taskId} />
      <div className="column" role="group" aria-label="工作要求栏" onFocus={light(requirements)}>
        <ColumnHead title="工作要求：" count={requirements.length} of="workRequirement" />
        <RecordList
          kind="workRequirement"
          parentId={taskId}
          field="text"
          records={requirements}
          noun="工作要求"
          ghost="做到什么程度"
          className={className}
          tail={(_, index) => (
            <Pair number={index} of={objects.length} word="无对象" prefix="对 " />
          )}
          empty={<Example kind="workRequirement" field="text" />}
        />
      </div>
    </SheetRow>
  );
}

interface PairProps {
  readonly number: number;
  readonly of: number;
  readonly word: string;
  /** Said before the number of the partner; '' = a pair is silent. */
  readonly prefix: string;
}

function Pair({ number, of, word, prefix }: PairProps) {
  if (number < of) {
    return prefix === '' ? null : <span className="pair">{`${prefix}${String(number + 1)}`}</span>;
  }
  return of === 0 ? null : <span className="pair pair-lacks">{word}</span>;
}

interface ColumnHeadProps {
  readonly title: string;
  readonly count: number;
  readonly of: 'workObject' | 'workRequirement';
}

function ColumnHead({ title, count, of }: ColumnHeadProps) {
  return (
    <h3 className="subhead">
      <span>
        {title}
        <Why kind={of} field="text" />
      </span>
      <span className="band-note">{count === 0 ? '还没有写' : `${String(count)} 条`}</span>
    </h3>
  );
}
