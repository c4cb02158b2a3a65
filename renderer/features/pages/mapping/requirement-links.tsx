import { useShallow } from 'zustand/react/shallow';
import { linkObjectiveRequirement } from '@shared/core/commands/link-objective-requirement';
import { linkNewRequirement } from '@shared/core/commands/link-new-requirement';
import { unlink } from '@shared/core/commands/unlink';
import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, type Project } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument, useView } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { ChoiceField } from '../fields/choice-field';
import { useChildren } from '../fields/use-field';
import { Glyph } from '../glyph';
import { actFrom } from './act-from';
import { LinkNote } from './link-note';

interface RequirementLinksProps {
  readonly objectiveId: RecordId;
  readonly label: string;
  readonly courseId: RecordId;
}

/** Which 职业能力要求 of the task the objective serves. */
export function RequirementLinks({ objectiveId, label, courseId }: RequirementLinksProps) {
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const requirements = useDocument(useShallow(({ project }) => requirementsOf(project, courseId)));
  const links = useChildren('objectiveRequirement', objectiveId);
  const hasTask = useDocument(
    ({ project }) => childrenOf(project, courseId, 'courseTask').length > 0,
  );
  if (!hasTask) {
    return <span className="slip-hint">这门课程还没有对应的典型工作任务，先在上面对应。</span>;
  }
  return (
    <span className="slip-value">
      {requirements.map((requirement, index) => {
        const link = links.find(
          ({ competenceRequirementId }) => competenceRequirementId === requirement.id,
        );
        const name = `能力${String(index + 1)}`;
        if (link === undefined) {
          return readOnly ? null : (
            <button
              key={requirement.id}
              type="button"
              className="chip chip-add"
              aria-label={`${label}支撑${name} ${requirement.text}`}
              title={requirement.text}
              onClick={({ currentTarget }) => {
                const { id: competenceRequirementId } = requirement;
                const link = { objectiveId, competenceRequirementId, strength: 'full' } as const;
                actFrom(currentTarget, () => execute(linkObjectiveRequirement, link));
              }}
            >
              <Glyph name="plus" />
              {name}
            </button>
          );
        }
        return (
          <span key={requirement.id} className="chip" data-link={link.id}>
            <span className="chip-name" title={requirement.text}>
              {`${name} ${requirement.text}`}
            </span>
            <ChoiceField recordId={link.id} field="strength" label={`${label} · ${name} 程度`} />
            <LinkNote recordId={link.id} label={`${label} · ${name}`} />
            {!readOnly && (
              <button
                type="button"
                className="glyph-button"
                aria-label={`取消${label}与${name}的对应`}
                title="取消对应"
                onClick={({ currentTarget }) => {
                  actFrom(currentTarget, () => execute(unlink, { mappingId: link.id }));
                }}
              >
                <Glyph name="cross" />
              </button>
            )}
          </span>
        );
      })}
      {!readOnly && <NewRequirement objectiveId={objectiveId} label={label} />}
    </span>
  );
}

/** Writes a requirement that is still missing in the typical task, and goes there to word it. */
function NewRequirement({ objectiveId, label }: Omit<RequirementLinksProps, 'courseId'>) {
  const execute = useExecute();
  const select = useView((view) => view.select);
  const add = () => {
    const made = execute(linkNewRequirement, { objectiveId, text: '', strength: 'full' });
    if (made.ok && made.value.focus !== null) select(made.value.focus, 'text');
  };
  return (
    <button
      type="button"
      className="chip chip-add"
      aria-label={`给${label}写一条新要求`}
      title="在典型工作任务里新写一条职业能力要求并对应"
      onClick={add}
    >
      <Glyph name="plus" />
      新要求
    </button>
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
