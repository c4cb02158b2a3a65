import { levelWord } from '../../words/wording';
import { placeNamed } from '../../model/place';
import { childrenOf, type Project } from '../../model/project';
import type { RecordOf } from '../../model/record';
import { node } from '../example';
import { isBlank } from '../reading';
import { defineRule, type RequiredPlace } from '../rule';

export const cmp01 = defineRule({
  id: 'CMP-01',
  pack: 'completeness',
  severity: 'error',
  title: '专业信息五项齐全：专业名称、专业编码、学习年限、就业方向、职业资格或职业技能等级。',
  why: '这五项是专业课程标准的第一章，每个层级都要写。',
  source: 'S',
  kinds: ['major', 'majorLevel'],
  isBegun: (record, { project }) =>
    record.kind === 'major'
      ? !isBlank(record.overallGoal)
      : !isBlank(record.employmentDirection) ||
        !isBlank(record.goal) ||
        childrenOf(project, record.id, 'startPoint').length > 0 ||
        childrenOf(project, record.id, 'qualification').length > 0,
  places: (record, { project }) =>
    record.kind === 'major' ? majorPlaces(record) : levelPlaces(project, record),
  examples: [
    {
      text: '五项都有',
      records: [
        node('major', { name: '汽车维修', baseCode: '0403' }, [
          node(
            'majorLevel',
            { majorCode: '0403-4', employmentDirection: '机电维修', goal: '能维护' },
            [node('startPoint', { years: 3 }), node('qualification', { name: '汽车维修工' })],
          ),
        ]),
      ],
      finds: [],
    },
    {
      text: '高级缺就业方向',
      records: [
        node('majorLevel', { level: 'advanced', majorCode: '0403-3', goal: '能诊断' }, [
          node('startPoint', { years: 3 }),
          node('qualification', { name: '汽车维修工' }),
        ]),
      ],
      finds: ['高级还没有写就业方向。'],
    },
  ],
});

function majorPlaces(major: RecordOf<'major'>): readonly RequiredPlace[] {
  const parts = [
    ['name', '专业名称', major.name],
    ['baseCode', '专业代码', major.baseCode],
    ['overallGoal', '总体培养目标', major.overallGoal],
  ] as const;
  return parts.map(([field, label, text]) => {
    const message = `专业还没有写${label}。`;
    return { record: major.id, field, filled: !isBlank(text), message };
  });
}

function levelPlaces(
  project: Project,
  { id, level, majorCode, employmentDirection, goal }: RecordOf<'majorLevel'>,
): readonly RequiredPlace[] {
  const starts = childrenOf(project, id, 'startPoint');
  const qualifications = childrenOf(project, id, 'qualification');
  const parts = [
    ['majorCode', '专业编码', !isBlank(majorCode)],
    ['employmentDirection', '就业方向', !isBlank(employmentDirection)],
    ['goal', '培养目标', !isBlank(goal)],
    ['startPoint', '学习年限（起点和学制）', starts.some(({ years }) => years !== null)],
    ['qualification', '职业资格或职业技能等级', qualifications.some(({ name }) => !isBlank(name))],
  ] as const;
  return parts.map(([field, label, filled]) => {
    const message = `${levelWord(level)}还没有写${label}。`;
    return { ...placeNamed(id, field), filled, message };
  });
}
