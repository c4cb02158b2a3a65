import type { ReactNode } from 'react';
import { buildObjectiveText } from '@shared/core/commands/build-objective-text';
import { fieldHelp } from '@shared/core/help/field-help';
import type { RecordId } from '@shared/core/kernel/id';
import { objectiveText } from '@shared/core/model/objective-text';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { GrowingText } from './fields/growing-text';
import { useRecord } from './fields/use-field';
import { Why } from './why';
import { TextButton } from './page-button';

const slots = [
  ['condition', '条件'],
  ['behaviour', '行为'],
  ['standard', '标准'],
] as const;

interface ObjectivePartsProps {
  readonly objectiveId: RecordId;
  /** 「课程目标 3」 */
  readonly label: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** An objective as 能 + 条件 + 行为 + 标准: what is written here makes the sentence above. */
export function ObjectiveParts({ objectiveId, label, open, onToggle }: ObjectivePartsProps) {
  const objective = useRecord('courseObjective', objectiveId);
  const readOnly = useDocument((state) => state.readOnly);
  if (objective === undefined || readOnly) return null;
  return (
    <div className="slip parts" role="group" aria-label={`${label}的三栏`}>
      <span className="slip-key">写法</span>
      <span className="slip-value">
        <TextButton aria-expanded={open} onClick={onToggle}>
          {open ? '收起三栏（F4）' : '按条件、行为、标准写（F4）'}
        </TextButton>
      </span>
      {open && <Slots objective={objective} label={label} />}
    </div>
  );
}

function Slots({
  objective,
  label,
}: {
  readonly objective: RecordOf<'courseObjective'>;
  readonly label: string;
}) {
  const execute = useExecute();
  const { id } = objective;
  const built = objectiveText(objective);
  const differs = built !== '' && built !== objective.text;
  return (
    <>
      {slots.map(([field, word]) => (
        <Slot key={field} word={word} field={field}>
          <GrowingText
            place={{ record: id, field }}
            label={`${label} ${word}`}
            value={objective[field]}
            onCommit={(text) =>
              execute(buildObjectiveText, { objectiveId: id, [field]: text }, { record: id, field })
                .ok
            }
            multiline={false}
            ghost={`例：${fieldHelp('courseObjective', field)?.good ?? ''}`}
          />
        </Slot>
      ))}
      <span className="slip-key" />
      <span className="slip-value slip-hint">
        {built === '' && '填了哪一栏，上面的句子就由三栏拼成（可以撤销）。'}
        {differs && (
          <>
            上面的句子已经另外改过，和三栏拼成的不一样。
            <TextButton
              onClick={() => {
                execute(buildObjectiveText, { objectiveId: id });
              }}
            >
              按三栏重写
            </TextButton>
          </>
        )}
      </span>
    </>
  );
}

interface SlotProps {
  readonly word: string;
  readonly field: string;
  readonly children: ReactNode;
}

function Slot({ word, field, children }: SlotProps) {
  return (
    <>
      <span className="slip-key">
        {word}
        <Why kind="courseObjective" field={field} label={word} />
      </span>
      <span className="slip-value part-field">{children}</span>
    </>
  );
}
