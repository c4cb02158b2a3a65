import { useMemo } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument, useView } from '../../../state/studio';
import { MakeCourse } from '../make-course';
import { LinkSlip, NewEnd } from './link-slip';
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
          <MakeCourse taskId={taskId} purpose={`${props.label}：`} />
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
  const select = useView((view) => view.select);
  const ends = course.objectives.map(({ id, number, text, link: linkId }) => {
    const go = () => {
      select({ record: id, field: 'text' });
    };
    return { id, name: `目标 ${String(number)}`, text, linkId, go };
  });
  return (
    <>
      <span className="slip-key" title={course.name}>
        课程目标
      </span>
      <LinkSlip
        kind="objectiveRequirement"
        at={{ id: requirementId, side: 'to' }}
        label={label}
        ends={ends}
        addWord={({ name, text }) => `${label}由${name} 支撑 ${text}`}
        hint={course.name}
      >
        <NewEnd
          kind="objectiveRequirement"
          thereId={requirementId}
          there="to"
          parentId={course.id}
          label={`给${label}在“${course.name}”写一条新目标`}
          title="新写一条课程目标并对应"
          word="新目标"
          onMade={(id) => {
            select({ record: id, field: 'text' });
          }}
        />
      </LinkSlip>
    </>
  );
}
