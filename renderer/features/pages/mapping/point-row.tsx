import { useMemo } from 'react';
import { addAssessmentPoint } from '@shared/core/commands/add-assessment-point';
import { editField } from '@shared/core/commands/edit-field';
import { removeRecords } from '@shared/core/commands/remove-records';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument } from '../../../state/studio';
import { type Execute, useExecute } from '../../../state/use-execute';
import { RefField } from '../fields/choice-field';
import { GrowingText } from '../fields/growing-text';
import { LineKeys } from '../fields/line-keys';
import type { LineOperations } from '../fields/line-operations';
import { recordOperations } from '../fields/record-operations';
import { useChildren } from '../fields/use-field';
import { useListPaste } from '../fields/use-list-paste';
import { Glyph } from '../glyph';
import { actFrom } from './act-from';
import { StillHolds } from './link-fields';

type Point = RecordOf<'assessmentPoint'>;

interface PointRowProps {
  readonly point: Point;
  /** All that are shown with it, in order. */
  readonly points: readonly Point[];
  readonly label: string;
  readonly courseId: RecordId;
  /** T2 or 终; '' where the place says it already. */
  readonly where: string;
}

/** One 考核要点, written like the lines of any list; new ones stay in its task and 工作环节. */
export function PointRow({ point, points, label, courseId, where }: PointRowProps) {
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const stages = useChildren('courseStage', courseId);
  const operations = useMemo(() => pointOperations(execute, point), [execute, point]);
  const { paste, preview } = useListPaste(operations, '考核要点');
  const keys = useMemo(
    () => new LineKeys(listOf(points, point), operations, paste),
    [points, point, operations, paste],
  );
  const place = { record: point.id, field: 'text' };
  return (
    <span className="point">
      {preview}
      {where !== '' && <span className="point-where">{where}</span>}
      <span className="point-text">
        <GrowingText
          place={place}
          label={label}
          value={point.text}
          onCommit={(value) => execute(editField, { id: point.id, field: 'text', value }, place).ok}
          multiline={false}
          ghost="写看什么来判断达到了"
          onKey={(event, commit) => keys.press(point.id, event, commit)}
          onPaste={(event, commit) => keys.paste(point.id, event, commit)}
        />
      </span>
      {stages.length > 0 && (
        <RefField
          recordId={point.id}
          field="stageId"
          label={`${label} 工作环节`}
          none="不分环节"
          targets={stages.map(({ id, name }, index) => ({
            id,
            word: `${String(index + 1)}. ${name}`,
          }))}
        />
      )}
      <StillHolds mappingId={point.id} label={label} />
      {!readOnly && (
        <button
          type="button"
          className="glyph-button"
          aria-label={`删除${label}`}
          title="删除（Alt+Delete）"
          onClick={({ currentTarget }) => {
            actFrom(currentTarget, () => execute(removeRecords, { ids: [point.id] }));
          }}
        >
          <Glyph name="cross" />
        </button>
      )}
    </span>
  );
}

/** The lines a point may be joined with: those of the same task and 工作环节. */
function listOf(points: readonly Point[], { learningTaskId, stageId }: Point): readonly Point[] {
  return points.filter(
    (other) => other.learningTaskId === learningTaskId && other.stageId === stageId,
  );
}

function pointOperations(execute: Execute, point: Point): LineOperations {
  const { parentId, learningTaskId, stageId } = point;
  const base = recordOperations(execute, {
    kind: 'assessmentPoint',
    parentId: parentId ?? '',
    field: 'text',
    given: { learningTaskId, stageId },
  });
  return {
    ...base,
    add(afterId, text) {
      const input = { objectiveId: parentId ?? '', learningTaskId, stageId, text, afterId };
      const result = execute(addAssessmentPoint, input);
      return result.ok ? result.value.focus : null;
    },
  };
}
