import { assessmentShares } from '../../hours/assessment-weights';
import { distributeShares } from '../../commands/distribute-shares';
import { node } from '../example';
import { defineRule } from '../rule';

export const asm02 = defineRule({
  id: 'ASM-02',
  pack: 'assessment',
  severity: 'error',
  title: '各学习任务在过程性考核中的占比合计 100%。',
  why: '合计不是 100%，过程性成绩就算不出来。',
  source: 'K',
  kinds: ['courseAssessment'],
  check: (assessment, { project }) => {
    const { message, parts } = assessmentShares(project, assessment.id);
    const fixable = parts.some(({ locked }) => !locked);
    return message === ''
      ? []
      : [{ record: assessment.id, missing: 'taskShare', message, fixable }];
  },
  fix: (project, { record }, context) =>
    distributeShares.run(project, { assessmentId: record }, context),
  examples: [
    { text: '20 + 30 + 50', records: [shares([20, 30, 50])], finds: [] },
    {
      text: '20 + 30 + 40',
      records: [shares([20, 30, 40])],
      finds: ['各学习任务占比合计 90%，应为 100%。'],
    },
  ],
});

function shares(percents: readonly number[]) {
  return node('course', { name: '汽车维护' }, [
    ...percents.map((_, index) =>
      node('learningTask', { as: `任务${index}`, name: `任务${index}` }),
    ),
    node(
      'courseAssessment',
      {},
      percents.map((percent, index) =>
        node('taskShare', { learningTaskId: `任务${index}`, percent }),
      ),
    ),
  ]);
}
