import { useShallow } from 'zustand/react/shallow';
import type { RecordId } from '@shared/core/kernel/id';
import { mappingBetween } from '@shared/core/model/family';
import { childrenOf, type Project } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument, useView } from '../../../state/studio';
import { LinkSlip, NewEnd } from './link-slip';

interface RequirementLinksProps {
  readonly objectiveId: RecordId;
  readonly label: string;
  readonly courseId: RecordId;
}

/** Which 职业能力要求 of the task the objective serves. */
export function RequirementLinks({ objectiveId, label, courseId }: RequirementLinksProps) {
  const select = useView((view) => view.select);
  const requirements = useDocument(useShallow(({ project }) => requirementsOf(project, courseId)));
  const linkIds = useDocument(
    useShallow(({ project }) =>
      requirements.map(
        ({ id }) => mappingBetween(project, 'objectiveRequirement', [objectiveId, id])?.id ?? null,
      ),
    ),
  );
  const hasTask = useDocument(
    ({ project }) => childrenOf(project, courseId, 'courseTask').length > 0,
  );
  if (!hasTask) {
    return <span className="slip-hint">这门课程还没有对应的典型工作任务，先在上面对应。</span>;
  }
  const ends = requirements.map(({ id, text }, index) => {
    const name = `能力${String(index + 1)}`;
    return { id, name, text, linkId: linkIds[index] ?? null };
  });
  return (
    <LinkSlip
      kind="objectiveRequirement"
      at={{ id: objectiveId, side: 'from' }}
      label={label}
      ends={ends}
      addWord={({ name, text }) => `${label}支撑${name} ${text}`}
    >
      <NewEnd
        kind="objectiveRequirement"
        thereId={objectiveId}
        there="from"
        label={`给${label}写一条新要求`}
        title="在典型工作任务里新写一条职业能力要求并对应"
        word="新要求"
        onMade={(id) => {
          select({ record: id, field: 'text' });
        }}
      />
    </LinkSlip>
  );
}

/** The 职业能力要求 of every typical task the course stands for. */
function requirementsOf(
  project: Project,
  courseId: RecordId,
): readonly RecordOf<'competenceRequirement'>[] {
  return childrenOf(project, courseId, 'courseTask').flatMap(({ typicalWorkTaskId }) =>
    typicalWorkTaskId === null
      ? []
      : childrenOf(project, typicalWorkTaskId, 'competenceRequirement'),
  );
}
