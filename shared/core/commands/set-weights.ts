import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { restOfHundred } from '../hours/percent';
import { builtKinds } from '../model/kinds';
import { findOf } from '../model/project';
import type { RecordOf } from '../model/record';
import type { Command } from './command';
import { gone, type Refusal, refuse } from '../words/refusal';
import { Draft, intentOf } from '../making/draft';
import { checkedValue } from '../making/field-input';
import { ownerName } from '../words/wording';

export interface SetWeightsInput {
  /** Id of the courseAssessment. */
  readonly assessmentId: RecordId;
  /** 过程性考核 in percent; 终结性考核 gets the rest. */
  readonly processWeight: number;
}

/** Sets both weights of a course's mark, so that they always make 100 %. */
export const setWeights: Command<SetWeightsInput> = {
  id: 'set-weights',
  title: '设置考核权重',
  run(project, { assessmentId, processWeight: wanted }) {
    const assessment = findOf(project, 'courseAssessment', assessmentId);
    if (assessment === undefined) return fail(gone);
    const checked = checkedValue(builtKinds.courseAssessment.fields.processWeight, wanted);
    if (!checked.ok) return checked;
    const processWeight = checked.value;
    if (typeof processWeight !== 'number')
      return fail(refuse('no-weight', '请填写过程性考核的权重。'));
    const finalWeight = restOfHundred(processWeight);
    const problem = lockProblem(assessment, { processWeight, finalWeight });
    if (problem !== undefined) return fail(problem);
    const draft = new Draft(project);
    draft.put({ ...assessment, processWeight, finalWeight });
    return intentOf(draft, {
      label: `把${ownerName(project, assessment)}的考核权重设为过程性 ${processWeight}%、终结性 ${finalWeight}%`,
      group: `weights:${assessmentId}`,
    });
  },
};

function lockProblem(
  { processWeight, processLocked, finalWeight, finalLocked }: RecordOf<'courseAssessment'>,
  wanted: { readonly processWeight: number; readonly finalWeight: number },
): Refusal | undefined {
  if (processLocked && processWeight !== null && processWeight !== wanted.processWeight) {
    return refuse('locked', `过程性考核权重锁定为 ${processWeight}%，请先解锁。`);
  }
  if (finalLocked && finalWeight !== null && finalWeight !== wanted.finalWeight) {
    return refuse('locked', `终结性考核权重锁定为 ${finalWeight}%，请先解锁。`);
  }
  return undefined;
}
