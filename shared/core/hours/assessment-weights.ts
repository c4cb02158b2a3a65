import type { RecordId } from '../kernel/id';
import { childrenOf, findOf, type Project } from '../model/project';
import type { RecordOf } from '../model/record';
import { largestRemainder } from './distribute';
import { restOfHundred, sumOfPercents, tenthsOf } from './percent';

/** How the parts of a mark stand to 100 %. */
export interface AssessmentShares {
  readonly parts: readonly {
    /** Id of the taskShare. */
    readonly id: RecordId;
    readonly learningTaskId: RecordId | null;
    readonly name: string;
    /** Its own number, or its share of what the others leave. */
    readonly percent: number;
    readonly given: number | null;
    readonly locked: boolean;
  }[];
  readonly sum: number;
  /** '' when the sum is 100. */
  readonly message: string;
}

/** The shares of the learning tasks in the process assessment, in the order of the tasks. */
export function assessmentShares(project: Project, assessmentId: RecordId): AssessmentShares {
  const shares = sharesInOrder(project, assessmentId);
  const given = shares.map(({ share }) => share.percent ?? 0);
  const open = shares.filter(({ share }) => share.percent === null);
  const rest = sharedOut(Math.max(0, restOfHundred(...given)), shareWeights(open));
  const parts = shares.map((found) => {
    const { share, task } = found;
    return {
      id: share.id,
      learningTaskId: share.learningTaskId,
      name: task?.name ?? '',
      percent: share.percent ?? rest[open.indexOf(found)] ?? 0,
      given: share.percent,
      locked: share.locked,
    };
  });
  const sum = sumOfPercents(parts.map(({ percent }) => percent));
  const message =
    parts.length === 0 || sum === 100 ? '' : `各学习任务占比合计 ${sum}%，应为 100%。`;
  return { parts, sum, message };
}

/** Whole numbers where the rest is whole, else tenths. */
function sharedOut(rest: number, weights: readonly number[]): readonly number[] {
  if (Number.isInteger(rest)) return largestRemainder(rest, weights);
  return largestRemainder(tenthsOf(rest), weights).map((tenths) => tenths / 10);
}

export interface ShareOfTask {
  readonly share: RecordOf<'taskShare'>;
  readonly task: RecordOf<'learningTask'> | undefined;
}

/** The shares of an assessment in the order of their learning tasks. */
export function sharesInOrder(project: Project, assessmentId: RecordId): readonly ShareOfTask[] {
  const assessment = findOf(project, 'courseAssessment', assessmentId);
  const order = new Map(
    childrenOf(project, assessment?.parentId ?? '', 'learningTask').map(({ id }, index) => [
      id,
      index,
    ]),
  );
  const placeOf = ({ share }: ShareOfTask) => order.get(share.learningTaskId ?? '') ?? order.size;
  return childrenOf(project, assessmentId, 'taskShare')
    .map((share) => ({ share, task: findOf(project, 'learningTask', share.learningTaskId) }))
    .toSorted((left, right) => placeOf(left) - placeOf(right));
}

/** Shares without a number go by the hours of their tasks; equal when some task has none. */
export function shareWeights(shares: readonly ShareOfTask[]): readonly number[] {
  const halves = shares.map(({ task }) => Math.round((task?.standardHours ?? 0) * 2));
  return halves.includes(0) ? shares.map(() => 1) : halves;
}

export interface CourseWeights {
  /** 过程性考核, resolved; null when neither weight is given. */
  readonly process: number | null;
  readonly final: number | null;
  readonly sum: number | null;
  /** '' when the two make 100 or nothing is given yet. */
  readonly message: string;
}

/** The weights of process and final assessment; one that is not given takes what the other leaves. */
export function courseWeights(project: Project, assessmentId: RecordId): CourseWeights {
  const assessment = findOf(project, 'courseAssessment', assessmentId);
  const given = [assessment?.processWeight ?? null, assessment?.finalWeight ?? null] as const;
  const process = given[0] ?? (given[1] === null ? null : restOfHundred(given[1]));
  const final = given[1] ?? (given[0] === null ? null : restOfHundred(given[0]));
  if (process === null || final === null) return { process, final, sum: null, message: '' };
  const sum = sumOfPercents([process, final]);
  const message = sum === 100 ? '' : `过程性与终结性考核权重合计 ${sum}%，应为 100%。`;
  return { process, final, sum, message };
}
