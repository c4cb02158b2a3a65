import { type ReactNode, useRef } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { RecordList } from '../fields/record-list';
import { useChildren } from '../fields/use-field';
import { RequirementObjectives, ServedBy } from './requirement-objectives';
import { useActiveLine } from './use-active-line';

interface CompetenceListProps {
  readonly taskId: RecordId;
  readonly noun: string;
  readonly addWord?: string;
  readonly empty?: ReactNode;
}

/** The 职业能力要求 of a typical task; beside each the 课程目标 that serve it, worked on where one writes. */
export function CompetenceList({ taskId, noun, addWord, empty }: CompetenceListProps) {
  const requirements = useChildren('competenceRequirement', taskId);
  const container = useRef<HTMLDivElement>(null);
  const { active, open, handlers } = useActiveLine(container);
  return (
    <div
      ref={container}
      role="group"
      aria-label={`${noun}与对应的课程目标`}
      {...handlers}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Escape' && active !== null && !nativeEvent.isComposing) open(null);
      }}
    >
      <RecordList
        kind="competenceRequirement"
        parentId={taskId}
        field="text"
        records={requirements}
        noun={noun}
        ghost="能……"
        {...(addWord === undefined ? {} : { addWord })}
        empty={empty}
        className={({ id }) => (id === active ? 'line-active' : undefined)}
        tail={({ id }) => <ServedBy requirementId={id} taskId={taskId} />}
        below={({ id }, index) =>
          id === active && (
            <RequirementObjectives
              requirementId={id}
              taskId={taskId}
              label={`${noun} ${String(index + 1)}`}
            />
          )
        }
      />
    </div>
  );
}
