import { named } from '../../words/wording';
import { writtenPoints } from '../../coverage/coverage';
import type { Project } from '../../model/project';
import type { RecordOf } from '../../model/record';
import { node } from '../example';
import { writtenLines } from '../reading';
import { defineRule, type Problem } from '../rule';

export const ref07 = defineRule({
  id: 'REF-07',
  pack: 'references',
  severity: 'warning',
  title: '终结性考核覆盖 60% 以上的课程目标，核心目标全覆盖。',
  why: '终结性考核看整门课学得怎样，只考一两条目标说明不了问题。',
  source: 'K',
  kinds: ['course'],
  check: (course, { project, thresholds }) => {
    const objectives = writtenLines(project, course.id, 'courseObjective');
    const open = objectives.filter((objective) => !isInFinal(project, objective));
    const covered = objectives.length - open.length;
    if (covered === 0) return [];
    const core = open.filter(({ isCore }) => isCore);
    const problems: Problem[] = core.map((objective) => ({
      record: objective.id,
      missing: 'assessmentPoint',
      message: `${named(project, objective)}是核心目标，终结性考核没有考到。请加一条终结性考核要点。`,
    }));
    const least = thresholds.finalCoveragePercent;
    if (covered * 100 >= objectives.length * least) return problems;
    const message = `${named(project, course)}的终结性考核只考到 ${objectives.length} 条目标中的 ${covered} 条，一般要到 ${least}%。请再补几条考核要点。`;
    return [...problems, { record: course.id, missing: 'courseAssessment', message }];
  },
  examples: [
    {
      text: '核心目标考到了',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能读懂派工单', isCore: true }, [
            node('assessmentPoint', { text: '项目核对无遗漏' }),
          ]),
        ]),
      ],
      finds: [],
    },
    {
      text: '三条只考一条，漏了核心目标',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能读懂派工单' }, [
            node('assessmentPoint', { text: '项目核对无遗漏' }),
          ]),
          node('courseObjective', { text: '能完成换油', isCore: true }),
          node('courseObjective', { text: '能归档资料' }),
        ]),
      ],
      finds: [
        '课程目标“能完成换油”是核心目标，终结性考核没有考到。请加一条终结性考核要点。',
        '课程“汽车维护”的终结性考核只考到 3 条目标中的 1 条，一般要到 60%。请再补几条考核要点。',
      ],
    },
  ],
});

function isInFinal(project: Project, { id }: RecordOf<'courseObjective'>): boolean {
  return writtenPoints(project, id, null).length > 0;
}
