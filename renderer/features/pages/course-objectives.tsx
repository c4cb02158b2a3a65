import { useMemo, useRef } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { useRecord } from './fields/use-field';
import { useChildren } from './fields/use-field';
import { RecordList } from './fields/record-list';
import { TextLine } from './fields/text-field';
import { Example } from './example';
import { MarkHeads, ObjectiveMarks } from './mapping/objective-marks';
import { ObjectiveSlip } from './mapping/objective-slip';
import { useActiveLine } from './mapping/use-active-line';
import { Band, SheetRow } from './sheet';

/** 课程目标 with the margin that remembers which task teaches what. */
export function CourseObjectives({ courseId }: { readonly courseId: RecordId }) {
  const course = useRecord('course', courseId);
  const objectives = useChildren('courseObjective', courseId);
  const tasks = useChildren('learningTask', courseId);
  const taskIds = useMemo(() => tasks.map(({ id }) => id), [tasks]);
  const container = useRef<HTMLDivElement>(null);
  const { active, open, handlers } = useActiveLine(container);
  return (
    <section aria-labelledby="part-objectives">
      <Band
        id="part-objectives"
        title="课程目标"
        note={objectives.length === 0 ? '宜 6～9 条' : `${String(objectives.length)} 条`}
        margin={objectives.length > 0 && <MarkHeads count={tasks.length} />}
      />
      <SheetRow className="intro">
        <TextLine
          recordId={courseId}
          field="objectivesIntro"
          ghost={`例：学习完本课程后，学生应当能够胜任${course?.name ?? ''}工作，包括：`}
        />
      </SheetRow>
      {/* Listens to what bubbles up from the fields inside; it is no control itself. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={container}
        role="group"
        aria-label="课程目标与对应关系"
        {...handlers}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && active !== null && !event.nativeEvent.isComposing) {
            open(null);
          }
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
              <ObjectiveSlip
                objectiveId={id}
                label={`课程目标 ${String(index + 1)}`}
                courseId={courseId}
                tasks={tasks}
              />
            )
          }
        />
      </div>
    </section>
  );
}
