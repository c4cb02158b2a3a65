import { fail } from '../../kernel/result';
import { gone } from '../../words/refusal';
import { setWeights } from '../../commands/set-weights';
import { courseWeights } from '../../hours/assessment-weights';
import { restOfHundred } from '../../hours/percent';
import { findOf } from '../../model/project';
import { node } from '../example';
import { defineRule } from '../rule';

export const asm01 = defineRule({
  id: 'ASM-01',
  pack: 'assessment',
  severity: 'error',
  title: '过程性考核与终结性考核的权重合计 100%。',
  why: '合计不是 100%，总评就算不出来。',
  source: 'K',
  kinds: ['courseAssessment'],
  check: (assessment, { project }) => {
    const { message } = courseWeights(project, assessment.id);
    const fixable = !assessment.processLocked || !assessment.finalLocked;
    return message === ''
      ? []
      : [{ record: assessment.id, field: 'processWeight', message, fixable }];
  },
  // A locked weight stays and the other one follows; with none locked the process weight stays.
  fix: (project, { record }, context) => {
    const assessment = findOf(project, 'courseAssessment', record);
    if (assessment === undefined) return fail(gone);
    const { processWeight, finalWeight, finalLocked } = assessment;
    const process =
      finalLocked && finalWeight !== null ? restOfHundred(finalWeight) : processWeight;
    return setWeights.run(project, { assessmentId: record, processWeight: process ?? 70 }, context);
  },
  examples: [
    {
      text: '70 + 30',
      records: [node('courseAssessment', { processWeight: 70, finalWeight: 30 })],
      finds: [],
    },
    {
      text: '70 + 40',
      records: [node('courseAssessment', { processWeight: 70, finalWeight: 40 })],
      finds: ['过程性与终结性考核权重合计 110%，应为 100%。'],
    },
    {
      text: '终结性锁定在 40',
      records: [
        node('courseAssessment', { processWeight: 70, finalWeight: 40, finalLocked: true }),
      ],
      finds: ['过程性与终结性考核权重合计 110%，应为 100%。'],
    },
  ],
});
