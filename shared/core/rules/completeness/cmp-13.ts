import { courseWeights } from '../../hours/assessment-weights';
import { named } from '../../words/wording';
import { onlyChildOf } from '../../model/project';
import { node } from '../example';
import { hasContent, isBlank, isIntegrated } from '../reading';
import { defineRule, type Problem } from '../rule';

export const cmp13 = defineRule({
  id: 'CMP-13',
  pack: 'completeness',
  severity: 'error',
  title: '教学考核要求既有过程性考核，又有终结性考核。',
  why: '过程性考核看学生怎么做，终结性考核看学生独立能做到什么，两样都要有。',
  source: 'S',
  kinds: ['course'],
  isBegun: (course, { project }) => {
    const assessment = onlyChildOf(project, course.id, 'courseAssessment');
    return assessment !== undefined && hasContent(assessment, []);
  },
  places: (course, { project }) => {
    if (!isIntegrated(course)) return [];
    const whose = named(project, course);
    const assessment = onlyChildOf(project, course.id, 'courseAssessment');
    if (assessment === undefined) {
      const message = `${whose}还没有写考核要求。`;
      return [{ record: course.id, missing: 'courseAssessment', filled: false, message }];
    }
    const { id: record, skillAssessment, outcomeAssessment, competenceObservation } = assessment;
    const texts = [skillAssessment, outcomeAssessment, competenceObservation];
    return [
      {
        record,
        field: 'processWeight',
        filled: courseWeights(project, record).process !== null,
        message: `${whose}还没有定过程性考核与终结性考核的权重。`,
      },
      {
        record,
        field: 'skillAssessment',
        filled: texts.some((text) => !isBlank(text)),
        message: `${whose}还没有写过程性考核怎么考（技能、学习成果或通用能力）。`,
      },
    ];
  },
  check: (course, { project }) => {
    const assessment = onlyChildOf(project, course.id, 'courseAssessment');
    if (assessment === undefined) return [];
    const weights = courseWeights(project, assessment.id);
    const problems: Problem[] = [];
    const tell = (field: string, kind: string) => {
      const message = `${named(project, course)}的${kind}考核占 0%，等于没有。请分一部分权重给它。`;
      problems.push({ record: assessment.id, field, message });
    };
    if (weights.process === 0) tell('processWeight', '过程性');
    if (weights.final === 0) tell('finalWeight', '终结性');
    return problems;
  },
  examples: [
    {
      text: '过程性 70%，终结性 30%',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseAssessment', { processWeight: 70, skillAssessment: '每个任务考一次操作' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '只有期末考试',
      records: [
        node('course', { name: '汽车维护' }, [node('courseAssessment', { finalWeight: 100 })]),
      ],
      finds: [
        '课程“汽车维护”的过程性考核占 0%，等于没有。请分一部分权重给它。',
        '课程“汽车维护”还没有写过程性考核怎么考（技能、学习成果或通用能力）。',
      ],
    },
  ],
});
