import { useRef, useState } from 'react';
import { planGridPaste } from '@shared/core/clipboard/plan-grid-paste';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import type { PasteQuestion as Asked } from './use-grid-paste';

const leaveOut = '';

interface PasteQuestionProps {
  readonly asked: Asked;
  readonly onClose: () => void;
  readonly onAnswer: (plan: ReturnType<typeof planGridPaste>) => void;
}

/** Which course is each pasted row that has no sure name? */
export function PasteQuestion({ asked, onClose, onAnswer }: PasteQuestionProps) {
  const { table, target, plan } = asked;
  const [choices, setChoices] = useState(
    () => new Map(plan.unknown.map(({ row, likelyId }) => [row, likelyId])),
  );
  const first = useRef<HTMLButtonElement>(null);
  const sure = new Set(plan.cells.map(({ courseId }) => courseId)).size;
  return (
    <Dialog
      title="这几行是哪门课程？"
      onClose={onClose}
      initialFocus={first}
      footer={
        <>
          <Button onClick={onClose}>不粘贴</Button>
          <Button
            ref={first}
            tone="primary"
            onClick={() => {
              onAnswer(planGridPaste(table, target, choices));
            }}
          >
            粘贴
          </Button>
        </>
      }
    >
      <p>{`另有 ${sure} 门课程已按名称对上。没有对上的，请选一门，或者不粘贴这一行。`}</p>
      <ul className="paste-rows">
        {plan.unknown.map(({ row, name }) => (
          <li key={row}>
            <span>{name}</span>
            <select
              className="choice"
              aria-label={`“${name}”是哪门课程`}
              value={choices.get(row) ?? leaveOut}
              onChange={(event) => {
                const { value } = event.target;
                setChoices(new Map(choices).set(row, value === leaveOut ? null : value));
              }}
            >
              <option value={leaveOut}>不粘贴这一行</option>
              {target.courses.map(({ id, name: courseName }) => (
                <option key={id} value={id}>
                  {courseName}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
