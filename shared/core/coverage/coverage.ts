import { objectiveHours } from '../hours/course-hours';
import type { RecordId } from '../kernel/id';
import { mappingBetween } from '../model/family';
import { childrenOf, type Project, referrersOf } from '../model/project';
import type { RecordOf } from '../model/record';
import { isSuspect, type JudgedRecord } from '../model/stamp';

/**
 * What is taught where and assessed by what, worked out once for rules, pages, papers and command line.
 * A criterion of an objective is a 考核要点; its place a learning task, or null for the 终结性考核.
 */

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

/** The criteria of an objective at a place. */
export function pointsAt(
  project: Project,
  objectiveId: RecordId,
  placeId: RecordId | null,
): readonly RecordOf<'assessmentPoint'>[] {
  const points = childrenOf(project, objectiveId, 'assessmentPoint');
  return points.filter(({ learningTaskId }) => learningTaskId === placeId);
}

/** The criteria of an objective that say something; with a place, those there. */
export function writtenPoints(
  project: Project,
  objectiveId: RecordId,
  placeId?: RecordId | null,
): readonly RecordOf<'assessmentPoint'>[] {
  const points =
    placeId === undefined
      ? childrenOf(project, objectiveId, 'assessmentPoint')
      : pointsAt(project, objectiveId, placeId);
  return points.filter(({ text }) => text.trim() !== '');
}

/** The link of an objective to a learning task that teaches it. */
export function taughtBy(
  project: Project,
  objectiveId: RecordId,
  taskId: RecordId,
): RecordOf<'objectiveTask'> | undefined {
  return mappingBetween(project, 'objectiveTask', [objectiveId, taskId]);
}

/** True when some learning task teaches the objective. */
export function isTaught(project: Project, objectiveId: RecordId): boolean {
  return childrenOf(project, objectiveId, 'objectiveTask').length > 0;
}

/** True when a learning task teaches some objective. */
export function teaches(project: Project, taskId: RecordId): boolean {
  return referrersOf(project, taskId, 'objectiveTask').length > 0;
}

/** True when some objective serves a 职业能力要求. */
export function isServed(project: Project, requirementId: RecordId): boolean {
  return referrersOf(project, requirementId, 'objectiveRequirement').length > 0;
}

/** What was found out about a project; gone with it. */
interface Found {
  readonly cells: Map<string, CoverageCell>;
  readonly hours: Map<RecordId, ReadonlyMap<RecordId, number>>;
}

const foundIn = new WeakMap<Project, Found>();

/**
 * How an objective stands to a learning task, or to the 终结性考核 (null). Asked by every mark with every
 * change of the window, so it is worked out once per state of the project; rules, whose reading is noted,
 * ask what is above.
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

/** The planned hours of an objective in a learning task: its own, or its share of what is left. */
export function hoursOfShare(project: Project, link: RecordOf<'objectiveTask'>): number {
  return hoursIn(project, link.learningTaskId ?? '').get(link.id) ?? 0;
}

/** The hours of all objectives in a task, worked out once for all of them. */
function hoursIn(project: Project, taskId: RecordId): ReadonlyMap<RecordId, number> {
  const { hours } = found(project);
  const known = hours.get(taskId) ?? objectiveHours(project, taskId);
  hours.set(taskId, known);
  return known;
}

function workedOut(project: Project, objectiveId: RecordId, taskId: RecordId | null): CoverageCell {
  const points = pointsAt(project, objectiveId, taskId);
  if (taskId === null) {
    const state = points.length === 0 ? 'none' : stateOf(project, points, 'covered');
    return { state, hours: null, link: undefined, points };
  }
  const link = taughtBy(project, objectiveId, taskId);
  if (link === undefined) return { state: 'none', hours: null, link, points };
  const hours = hoursIn(project, taskId).get(link.id) ?? null;
  const sound = (hours ?? 0) === 0 ? 'named' : points.length === 0 ? 'hours' : 'covered';
  return { state: stateOf(project, [link, ...points], sound), hours, link, points };
}

/** How far it goes, unless something was judged against other words than stand there now. */
function stateOf(project: Project, judged: readonly JudgedRecord[], sound: Coverage): Coverage {
  return judged.some((one) => isSuspect(project, one)) ? 'suspect' : sound;
}
