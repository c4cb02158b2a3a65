import { objectiveHours } from '@shared/core/hours/course-hours';
import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, type Project } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import { isSuspect } from '@shared/core/model/stamp';

/** none · named only · with hours but without a criterion · covered · judged against other words than stand there now. */
export type Coverage = 'none' | 'named' | 'hours' | 'covered' | 'suspect';

export interface CoverageCell {
  readonly state: Coverage;
  /** Hours of the task that go into the objective; null where there is no link or no hours. */
  readonly hours: number | null;
  readonly link: RecordOf<'objectiveTask'> | undefined;
  readonly points: readonly RecordOf<'assessmentPoint'>[];
}

export const coverageWords: Readonly<Record<Coverage, string>> = {
  none: '没有对应',
  named: '只挂了名',
  hours: '有学时、缺考核要点',
  covered: '覆盖',
  suspect: '存疑',
};

/** What was found out about a project; gone with it. */
interface Found {
  readonly cells: Map<string, CoverageCell>;
  readonly hours: Map<RecordId, ReadonlyMap<RecordId, number>>;
}

const foundIn = new WeakMap<Project, Found>();

/**
 * How an objective stands to a learning task, or to the 终结性考核 (null). Asked by every mark with every
 * change of the window, so it is worked out once per state of the project.
 */
export function coverageOf(
  project: Project,
  objectiveId: RecordId,
  taskId: RecordId | null,
): CoverageCell {
  const { cells } = found(project);
  const key = `${objectiveId} ${taskId ?? ''}`;
  const known = cells.get(key);
  if (known !== undefined) return known;
  const cell = workedOut(project, objectiveId, taskId);
  cells.set(key, cell);
  return cell;
}

function found(project: Project): Found {
  let known = foundIn.get(project);
  if (known === undefined) {
    known = { cells: new Map(), hours: new Map() };
    foundIn.set(project, known);
  }
  return known;
}

/** The hours of all objectives in a task, worked out once for all of them. */
function hoursIn(project: Project, taskId: RecordId): ReadonlyMap<RecordId, number> {
  const { hours } = found(project);
  const known = hours.get(taskId) ?? objectiveHours(project, taskId);
  hours.set(taskId, known);
  return known;
}

function workedOut(project: Project, objectiveId: RecordId, taskId: RecordId | null): CoverageCell {
  const points = childrenOf(project, objectiveId, 'assessmentPoint').filter(
    (point) => point.learningTaskId === taskId,
  );
  if (taskId === null) {
    return { state: finalState(project, points), hours: null, link: undefined, points };
  }
  const link = childrenOf(project, objectiveId, 'objectiveTask').find(
    ({ learningTaskId }) => learningTaskId === taskId,
  );
  if (link === undefined) return { state: 'none', hours: null, link, points };
  const hours = hoursIn(project, taskId).get(link.id) ?? null;
  return { state: linkedState({ project, link, hours, points }), hours, link, points };
}

function finalState(project: Project, points: readonly RecordOf<'assessmentPoint'>[]): Coverage {
  if (points.some((point) => isSuspect(project, point))) return 'suspect';
  return points.length === 0 ? 'none' : 'covered';
}

interface Linked {
  readonly project: Project;
  readonly link: RecordOf<'objectiveTask'>;
  readonly hours: number | null;
  readonly points: readonly RecordOf<'assessmentPoint'>[];
}

function linkedState({ project, link, hours, points }: Linked): Coverage {
  if (isSuspect(project, link) || points.some((point) => isSuspect(project, point))) {
    return 'suspect';
  }
  if (hours === null || hours === 0) return 'named';
  return points.length === 0 ? 'hours' : 'covered';
}
