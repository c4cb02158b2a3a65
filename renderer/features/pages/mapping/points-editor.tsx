import { flushSync } from 'react-dom';
import { addAssessmentPoint } from '@shared/core/commands/add-assessment-point';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { focusField } from '../fields/field-place';
import { useChildren } from '../fields/use-field';
import { Glyph } from '../glyph';
import { PointRow } from './point-row';

interface PointsEditorProps {
  readonly objectiveId: RecordId;
  readonly label: string;
  readonly courseId: RecordId;
  readonly tasks: readonly RecordOf<'learningTask'>[];
  /** Only the points of one column: a task's id, or null for the final assessment; all when absent. */
  readonly only?: RecordId | null;
}

/** The 考核要点 of an objective: what is looked at, where it is assessed, in which 工作环节. */
export function PointsEditor(props: PointsEditorProps) {
  const { objectiveId, label, courseId, tasks, only } = props;
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const points = useChildren('assessmentPoint', objectiveId).filter(
    ({ learningTaskId }) => only === undefined || learningTaskId === only,
  );
  const columns = columnsOf(tasks).filter(({ id }) => only === undefined || id === only);
  const add = (learningTaskId: RecordId | null) => {
    const result = flushSync(() =>
      execute(addAssessmentPoint, { objectiveId, learningTaskId, text: '' }),
    );
    if (result.ok && result.value.focus)
      focusField({ record: result.value.focus, field: 'text' }, 0);
  };
  return (
    <span className="slip-value slip-points">
      {points.map((point, index) => (
        <PointRow
          key={point.id}
          point={point}
          points={points}
          label={`${label} · 考核要点 ${String(index + 1)}`}
          courseId={courseId}
          where={only === undefined ? columnWord(tasks, point.learningTaskId) : ''}
        />
      ))}
      {!readOnly && (
        <span className="slip-adds">
          {columns.map(({ id, word }) => (
            <button
              key={id ?? 'final'}
              type="button"
              className="chip chip-add"
              aria-label={`给${label}${only === undefined ? ` · ${word}` : ''}写一条考核要点`}
              onClick={() => {
                add(id);
              }}
            >
              <Glyph name="plus" />
              {only === undefined ? (id === null ? '终' : word) : '写一条考核要点'}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}

function columnsOf(
  tasks: readonly RecordOf<'learningTask'>[],
): readonly { readonly id: RecordId | null; readonly word: string }[] {
  return [
    ...tasks.map(({ id }, index) => ({ id, word: `T${String(index + 1)}` })),
    { id: null, word: '终结性考核' },
  ];
}

function columnWord(tasks: readonly RecordOf<'learningTask'>[], taskId: RecordId | null): string {
  const index = tasks.findIndex(({ id }) => id === taskId);
  return index < 0 ? '终' : `T${String(index + 1)}`;
}
