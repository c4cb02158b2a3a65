import type { RecordId } from '../kernel/id';
import type { Project } from './project';

/** The same answer, worked out once for each state of a project and each record; gone with the state. */
export function oncePerProject<Answer>(
  work: (project: Project, id: RecordId) => Answer,
): (project: Project, id: RecordId) => Answer {
  const answers = new WeakMap<Project, Map<RecordId, Answer>>();
  return (project, id) => {
    const known = answers.get(project) ?? new Map<RecordId, Answer>();
    answers.set(project, known);
    if (!known.has(id)) known.set(id, work(project, id));
    return known.get(id) as Answer;
  };
}
