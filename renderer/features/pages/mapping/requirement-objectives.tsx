import { useMemo } from 'react';
import { linkNewObjective } from '@shared/core/commands/link-new-objective';
import { linkObjectiveRequirement } from '@shared/core/commands/link-objective-requirement';
import { unlink } from '@shared/core/commands/unlink';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument, useView } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { ChoiceField } from '../fields/choice-field';
import { Glyph } from '../glyph';
import { LinkNote } from './link-note';
import { type Served, servedBy, servedWords } from './served-by';

interface RequirementProps {
  readonly requirementId: RecordId;
  /** The typical task it belongs to. */
  readonly taskId: RecordId;
}

/** 目标 1、3: the objectives that serve the requirement, or that none does. */
export function ServedBy({ requirementId, taskId }: RequirementProps) {
  const words = useDocument(({ project }) => servedWords(servedBy(project, requirementId, taskId)));
  if (words === null) return null;
  return (
    <span className={words === '' ? 'served served-lacks' : 'served'}>
      {words === '' ? '无目标' : words}
    </span>
  );
}

/** Opens under a requirement: the objectives that serve it, how far, and more of them. */
export function RequirementObjectives(props: RequirementProps & { readonly label: string }) {
  const { requirementId, taskId } = props;
  const project = useDocument((state) => state.project);
  const courses = useMemo(
    () => servedBy(project, requirementId, taskId),
    [project, requirementId, taskId],
  );
  return (
    <div className="slip" role="group" aria-label={`${props.label}的对应关系`}>
      {courses.length === 0 && (
        <>
          <span className="slip-key">课程目标</span>
          <span className="slip-hint">这个典型工作任务还没有课程，生成课程后在这里对应。</span>
        </>
      )}
      {courses.map((course) => (
        <CourseObjectives key={course.id} course={course} {...props} />
      ))}
    </div>
  );
}

type CourseObjectivesProps = RequirementProps & {
  readonly label: string;
  readonly course: Served;
};

function CourseObjectives({ course, requirementId, label }: CourseObjectivesProps) {
  const execute = useExecute();
  const select = useView((view) => view.select);
  const readOnly = useDocument((state) => state.readOnly);
  const strength = 'full';
  const add = (objectiveId: RecordId) => {
    execute(linkObjectiveRequirement, {
      objectiveId,
      competenceRequirementId: requirementId,
      strength,
    });
  };
  const addNew = () => {
    const input = { courseId: course.id, text: '', toId: requirementId };
    const made = execute(linkNewObjective, input);
    if (made.ok && made.value.focus !== null) select(made.value.focus, 'text');
  };
  return (
    <>
      <span className="slip-key" title={course.name}>
        课程目标
      </span>
      <span className="slip-value">
        <span className="slip-hint">{course.name}</span>
        {course.objectives.map(
          (objective) =>
            objective.link !== null && (
              <LinkedObjective key={objective.id} objective={objective} label={label} />
            ),
        )}
        {!readOnly &&
          course.objectives.map(({ id, number, text, link }) =>
            link === null ? (
              <button
                key={id}
                type="button"
                className="chip chip-add"
                aria-label={`${label}由目标 ${String(number)} 支撑 ${text}`}
                title={text}
                onClick={() => {
                  add(id);
                }}
              >
                <Glyph name="plus" />
                {`目标 ${String(number)}`}
              </button>
            ) : null,
          )}
        {!readOnly && (
          <button
            type="button"
            className="chip chip-add"
            aria-label={`给${label}在“${course.name}”写一条新目标`}
            title="新写一条课程目标并对应"
            onClick={addNew}
          >
            <Glyph name="plus" />
            新目标
          </button>
        )}
      </span>
    </>
  );
}

interface LinkedObjectiveProps {
  readonly objective: Served['objectives'][number];
  readonly label: string;
}

function LinkedObjective({ objective, label }: LinkedObjectiveProps) {
  const { id, number, text, link } = objective;
  const execute = useExecute();
  const select = useView((view) => view.select);
  const readOnly = useDocument((state) => state.readOnly);
  if (link === null) return null;
  const name = `目标 ${String(number)}`;
  return (
    <span className="chip" data-link={link}>
      <button
        type="button"
        className="chip-name chip-go"
        title={text}
        aria-label={`打开${name} ${text}`}
        onClick={() => {
          select(id, 'text');
        }}
      >
        {`${name} ${text}`}
      </button>
      <ChoiceField recordId={link} field="strength" label={`${label} · ${name} 程度`} />
      <LinkNote recordId={link} label={`${label} · ${name}`} />
      {!readOnly && (
        <button
          type="button"
          className="glyph-button"
          aria-label={`取消${label}与${name}的对应`}
          title="取消对应"
          onClick={() => {
            execute(unlink, { mappingId: link });
          }}
        >
          <Glyph name="cross" />
        </button>
      )}
    </span>
  );
}
