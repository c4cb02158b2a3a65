import { type KeyboardEvent, useState } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { useChildren } from '../fields/use-field';
import { SheetRow, SubHead } from '../sheet';
import { coverageWords } from '@shared/core/coverage/coverage';
import { Mark } from './mark';
import { PointsEditor } from './points-editor';
import { useCoverage } from './use-coverage';

interface OpenCell {
  readonly objectiveId: RecordId;
  readonly taskId: RecordId | null;
}

/** 考核要点 over objectives × learning tasks and final assessment; Enter opens a cell under its row. */
export function PointsMatrix({ courseId }: { readonly courseId: RecordId }) {
  const objectives = useChildren('courseObjective', courseId);
  const tasks = useChildren('learningTask', courseId);
  const [open, setOpen] = useState<OpenCell | null>(null);
  if (objectives.length === 0) return null;
  const columns = [...tasks.map((_, index) => `T${String(index + 1)}`), '终'];
  return (
    <>
      <SheetRow>
        <SubHead note="回车写要点，方向键走格子" why={['assessmentPoint', 'text']}>
          考核要点
        </SubHead>
      </SheetRow>
      <SheetRow className="matrix-paper">
        <div className="matrix" role="grid" tabIndex={-1} aria-label="考核要点" onKeyDown={walk}>
          <div role="row" className="matrix-row matrix-head">
            <span role="columnheader" className="matrix-name">
              课程目标
            </span>
            {columns.map((name) => (
              <span key={name} role="columnheader" className="matrix-cell">
                {name}
              </span>
            ))}
          </div>
          {objectives.map((objective, index) => (
            <MatrixRow
              key={objective.id}
              objective={objective}
              index={index}
              courseId={courseId}
              tasks={tasks}
              open={open?.objectiveId === objective.id ? open : null}
              onOpen={setOpen}
            />
          ))}
        </div>
      </SheetRow>
    </>
  );
}

interface MatrixRowProps {
  readonly objective: RecordOf<'courseObjective'>;
  readonly index: number;
  readonly courseId: RecordId;
  readonly tasks: readonly RecordOf<'learningTask'>[];
  readonly open: OpenCell | null;
  readonly onOpen: (cell: OpenCell | null) => void;
}

function MatrixRow({ objective, index, courseId, tasks, open, onOpen }: MatrixRowProps) {
  const points = useChildren('assessmentPoint', objective.id);
  const marks = useCoverage(
    objective.id,
    tasks.map(({ id }) => id),
  );
  const name = `课程目标 ${String(index + 1)}`;
  return (
    <>
      <div role="row" className="matrix-row">
        <span role="rowheader" className="matrix-name" title={objective.text}>
          {`${String(index + 1)}. ${objective.text}`}
        </span>
        {marks.map(({ taskId, state }, column) => {
          const count = points.filter(({ learningTaskId }) => learningTaskId === taskId).length;
          const isOpen = open !== null && open.taskId === taskId;
          const where = taskId === null ? '终结性考核' : `T${String(column + 1)}`;
          return (
            <span key={taskId ?? 'final'} role="gridcell" className="matrix-cell">
              <button
                type="button"
                tabIndex={index === 0 && column === 0 ? 0 : -1}
                aria-expanded={isOpen}
                aria-label={`考核要点 ${name} · ${where}：${String(count)} 条，${coverageWords[state]}`}
                onClick={() => {
                  onOpen(isOpen ? null : { objectiveId: objective.id, taskId });
                }}
              >
                <Mark state={state} />
                <span className="matrix-count">{count === 0 ? '' : count}</span>
              </button>
            </span>
          );
        })}
      </div>
      {open !== null && (
        <div className="matrix-slip">
          <PointsEditor
            objectiveId={objective.id}
            label={`考核表 ${name}`}
            courseId={courseId}
            tasks={tasks}
            only={open.taskId}
          />
        </div>
      )}
    </>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** Arrow keys walk the cells. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const from = event.target;
  if (step === undefined || !(from instanceof HTMLButtonElement)) return;
  const row = from.closest('.matrix-row');
  if (row === null) return;
  const rows = [...event.currentTarget.querySelectorAll('.matrix-row')];
  const column = [...row.querySelectorAll('button')].indexOf(from);
  const target = rows[rows.indexOf(row) + step[0]]?.querySelectorAll('button')[column + step[1]];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}
