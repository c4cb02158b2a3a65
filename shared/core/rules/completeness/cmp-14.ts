import { ownerName } from '../../words/wording';
import { node } from '../example';
import { placeNamed } from '../../model/place';
import { closest } from '../../model/project';
import { isBegun, isBlank, isIntegrated, writtenItems, writtenLines } from '../reading';
import { defineRule } from '../rule';

export const cmp14 = defineRule({
  id: 'CMP-14',
  pack: 'completeness',
  severity: 'error',
  title: '考核任务案例有名称、【情境描述】【任务要求】【参考资料】，都不空。',
  why: '三段是案例的固定写法：在什么情况下、要交什么、可以查什么。少一段，考题就出不了。',
  source: 'K',
  kinds: ['finalAssessment'],
  isBegun: (final, { project }) => isBegun(project, final),
  places: (final, { project }) => {
    const { id } = final;
    // Courses of the other kinds are examined without a case.
    const course = closest(project, id, 'course');
    if (course !== undefined && !isIntegrated(course)) return [];
    const parts = [
      ['caseName', '案例名称', !isBlank(final.caseName)],
      ['scenario', '【情境描述】', !isBlank(final.scenario)],
      ['references', '【参考资料】', writtenItems(final.references).length > 0],
      ['taskRequirement', '【任务要求】', writtenLines(project, id, 'taskRequirement').length > 0],
    ] as const;
    return parts.map(([field, label, filled]) => {
      const message = `${ownerName(project, final)}的终结性考核案例还没有写${label}。`;
      return { ...placeNamed(id, field), filled, message };
    });
  },
  examples: [
    {
      text: '三段齐全',
      records: [
        node(
          'finalAssessment',
          {
            caseName: '网约车6万公里维护',
            scenario: '一辆网约车到店，车主反映制动距离变长。',
            references: ['车型维修手册'],
          },
          [node('taskRequirement', { text: '填写检测记录单' })],
        ),
      ],
      finds: [],
    },
    {
      text: '缺参考资料',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseAssessment', {}, [
            node(
              'finalAssessment',
              { caseName: '网约车6万公里维护', scenario: '一辆网约车到店。' },
              [node('taskRequirement', { text: '填写检测记录单' })],
            ),
          ]),
        ]),
      ],
      finds: ['“汽车维护”的终结性考核案例还没有写【参考资料】。'],
    },
    {
      text: '公共基础课程不要求案例',
      records: [
        node('course', { name: '语文', courseKind: 'public' }, [
          node('courseAssessment', {}, [node('finalAssessment', { caseName: '期末考试' })]),
        ]),
      ],
      finds: [],
    },
  ],
});
