import { useEffect, useRef } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { type Project, titleOf } from '@shared/core/model/project';
import { recordName } from '@shared/core/words/wording';
import { coursesByLevel, withAll } from './wanted-files';

interface Props {
  readonly project: Project;
  readonly chosen: ReadonlySet<RecordId>;
  readonly onChange: (chosen: ReadonlySet<RecordId>) => void;
}

/** Levels and their courses with boxes; a level is half ticked while some of its courses are. */
export function CourseTree({ project, chosen, onChange }: Props) {
  const levels = coursesByLevel(project);
  const all = levels.flatMap(({ courses }) => courses.map(({ id }) => id));
  if (all.length === 0) return <p className="meta">还没有课程。</p>;
  const toggle = (ids: readonly RecordId[], isIn: boolean) => {
    onChange(withAll(chosen, ids, isIn));
  };
  return (
    <div className="export-tree" role="group" aria-label="课程">
      {levels.length > 1 ? (
        <TriState name={`全部 ${String(all.length)} 门`} {...{ ids: all, chosen, toggle }} />
      ) : null}
      {levels.map(({ level, courses }) => (
        <div key={level?.id ?? ''} className="export-level">
          <TriState
            name={level === null ? '不在层级里的' : recordName(level)}
            {...{ ids: courses.map(({ id }) => id), chosen, toggle }}
          />
          <div className="export-courses">
            {courses.map((course) => (
              <TriState
                key={course.id}
                name={titleOf(course)}
                {...{ ids: [course.id], chosen, toggle }}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function TriState({
  name,
  ids,
  chosen,
  toggle,
}: {
  readonly name: string;
  readonly ids: readonly RecordId[];
  readonly chosen: ReadonlySet<RecordId>;
  readonly toggle: (ids: readonly RecordId[], isIn: boolean) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  const count = ids.filter((id) => chosen.has(id)).length;
  const isAll = count === ids.length;
  const isSome = count > 0 && !isAll;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <label className="check">
      <input
        ref={box}
        type="checkbox"
        checked={isAll}
        onChange={() => {
          toggle(ids, !isAll);
        }}
      />
      <span>{name}</span>
    </label>
  );
}
