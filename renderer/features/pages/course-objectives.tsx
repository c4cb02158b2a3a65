import { memo, useMemo, useRef } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { useRecord } from './fields/use-field';
import { useChildren } from './fields/use-field';
import { RecordList } from './fields/record-list';
import { TextLine } from './fields/text-field';
import { Example } from './example';
import { ObjectiveParts } from './objective-parts';
import { useObjectiveParts } from './use-objective-parts';
import { MarkHeads, ObjectiveMarks } from './mapping/objective-marks';
import { ObjectiveSlip } from './mapping/objective-slip';
import { useActiveLine } from './mapping/use-active-line';
import { Band, SheetRow } from './sheet';
import { Why } from './why';

/** 课程目标 with the margin that remembers which task teaches what. */
export function CourseObjectives({ courseId }: { readonly courseId: RecordId }) {
  const course = useRecord('course', courseId);
  const objectives = useChildren('courseObjective', courseId);
  const tasks = useChildren('learningTask', courseId);
  const taskIds = useMemo(() => tasks.map(({ id }) => id), [tasks]);
  const container = useRef<HTMLDivElement>(null);
  const { active, open, handlers } = useActiveLine(container);
  const parts = useObjectiveParts();
  return (
    <section aria-labelledby="part-objectives">
      <Band
        id="part-objectives"
        title="课程目标"
        note={objectives.length === 0 ? '宜 6～9 条' : `${String(objectives.length)} 条`}
        why={['courseObjective', 'text']}
        margin={objectives.length > 0 && <MarkHeads count={tasks.length} />}
      />
      <SheetRow className="intro">
        <TextLine
          recordId={courseId}
          field="objectivesIntro"
          ghost={`例：学习完本课程后，学生应当能够胜任${course?.name ?? ''}工作，包括：`}
        />
        <Why kind="course" field="objectivesIntro" />
      </SheetRow>
      <div
        ref={container}
        role="group"
        aria-label="课程目标与对应关系"
        {...handlers}
        onKeyDown={({ key, nativeEvent }) => {
          if (active === null || nativeEvent.isComposing) return;
          if (key === 'Escape') open(null);
          if (key === 'F4') parts.toggle(active);
        }}
      >
        <RecordList
          kind="courseObjective"
          parentId={courseId}
          field="text"
          records={objectives}
          noun="课程目标"
          ghost="能……"
          empty={
            <SheetRow>
              <Example kind="courseObjective" field="text" />
            </SheetRow>
          }
          className={({ id }) => (id === active ? 'line-active' : undefined)}
          margin={({ id }, index) => (
            <ObjectiveMarks
              objectiveId={id}
              taskIds={taskIds}
              label={`课程目标 ${String(index + 1)}`}
              onOpen={open}
            />
          )}
          below={({ id }, index) =>
            id === active && (
              <ObjectiveDesk
                objectiveId={id}
                label={`课程目标 ${String(index + 1)}`}
                courseId={courseId}
                tasks={tasks}
                open={parts.isOpen(objectives[index])}
                onToggle={parts.toggle}
              />
            )
          }
        />
      </div>
    </section>
  );
}

interface ObjectiveDeskProps {
  readonly objectiveId: RecordId;
  readonly label: string;
  readonly courseId: RecordId;
  readonly tasks: readonly RecordOf<'learningTask'>[];
  /** True when it is written in slots. */
  readonly open: boolean;
  readonly onToggle: (objectiveId: RecordId) => void;
}

/** What opens under the objective one writes: its three slots, then what it is mapped to. */
const ObjectiveDesk = memo(function ObjectiveDesk({ open, onToggle, ...slip }: ObjectiveDeskProps) {
  return (
    <>
      <ObjectiveParts
        objectiveId={slip.objectiveId}
        label={slip.label}
        open={open}
        onToggle={() => {
          onToggle(slip.objectiveId);
        }}
      />
      <ObjectiveSlip {...slip} />
    </>
  );
});
