import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { Why } from '../why';
import { PointsEditor } from './points-editor';
import { RequirementLinks } from './requirement-links';
import { TaskLinks } from './task-links';

interface ObjectiveSlipProps {
  readonly objectiveId: RecordId;
  readonly label: string;
  readonly courseId: RecordId;
  readonly tasks: readonly RecordOf<'learningTask'>[];
}

/** What the app remembers about one objective: opens under it and shows the desk beneath the paper. */
export function ObjectiveSlip({ objectiveId, label, courseId, tasks }: ObjectiveSlipProps) {
  return (
    <div className="slip" role="group" aria-label={`${label}的对应关系`}>
      <span className="slip-key">学习任务</span>
      <TaskLinks objectiveId={objectiveId} label={label} tasks={tasks} />
      <span className="slip-key">
        考核要点
        <Why kind="assessmentPoint" field="text" label={`${label}的考核要点`} />
      </span>
      <PointsEditor objectiveId={objectiveId} label={label} courseId={courseId} tasks={tasks} />
      <span className="slip-key">职业能力</span>
      <RequirementLinks objectiveId={objectiveId} label={label} courseId={courseId} />
    </div>
  );
}
