import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { sharesInOrder, shareWeights } from '../hours/assessment-weights';
import { distribute, percentMeasure } from '../hours/distribute';
import { findOf } from '../model/project';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { gone, refuse } from '../words/refusal';
import { ownerName } from '../words/wording';

export interface DistributeSharesInput {
  /** Id of the courseAssessment. */
  readonly assessmentId: RecordId;
}

/** Makes the shares of the learning tasks in the process assessment add up to 100 %; locked ones stay. */
export const distributeShares: Command<DistributeSharesInput> = {
  id: 'distribute-shares',
  title: '自动分配占比',
  run(project, { assessmentId }) {
    const assessment = findOf(project, 'courseAssessment', assessmentId);
    if (assessment === undefined) return fail(gone);
    const shares = sharesInOrder(project, assessmentId);
    if (shares.length === 0) {
      return fail(refuse('no-tasks', '课程还没有学习任务，先添加再分配。'));
    }
    const weights = shareWeights(shares);
    const parts = shares.map(({ share, task }, index) => ({
      id: share.id,
      label: nameOr(task?.name, `学习任务${index + 1}`),
      current: share.percent === 0 && !share.locked ? null : share.percent,
      fixed: share.locked,
      weight: weights[index] ?? 1,
    }));
    const whole = { id: assessmentId, label: '过程性考核', amount: 100 };
    const result = distribute(whole, parts, percentMeasure);
    if (!result.ok) return fail(refuse(result.failure.reason, result.failure.message));
    const draft = new Draft(project);
    for (const { share } of shares) {
      draft.put({ ...share, percent: result.value.get(share.id) ?? share.percent });
    }
    return intentOf(draft, { label: `自动分配${ownerName(project, assessment)}的学习任务占比` });
  },
};

function nameOr(name: string | undefined, otherwise: string): string {
  return name === undefined || name === '' ? otherwise : name;
}
