import { named } from '../../words/wording';
import { isServed } from '../../coverage/coverage';
import { node } from '../example';
import { writtenLines } from '../reading';
import { defineRule } from '../rule';

export const ref10 = defineRule({
  id: 'REF-10',
  pack: 'references',
  severity: 'error',
  title: '培养要求里的每条职业能力要求都有课程目标支撑。',
  why: '培养要求表写了的能力，要有课程把它教出来，达成才说得清。',
  source: 'S',
  kinds: ['typicalWorkTask'],
  check: (task, { project }) => {
    const requirements = writtenLines(project, task.id, 'competenceRequirement');
    const open = requirements.filter(({ id }) => !isServed(project, id));
    if (open.length === requirements.length) return [];
    return open.map((requirement) => ({
      record: requirement.id,
      field: 'text',
      message: `${named(project, requirement)}没有课程目标支撑。请在课程目标旁对应上。`,
    }));
  },
  examples: [
    {
      text: '每条都有目标',
      records: [
        node('typicalWorkTask', { name: '汽车维护' }, [
          node('competenceRequirement', { as: '读单', text: '能读懂派工单' }),
        ]),
        node('courseObjective', { text: '能读懂维护派工单' }, [
          node('objectiveRequirement', { competenceRequirementId: '读单' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '“能培训新员工”没有课程目标',
      records: [
        node('typicalWorkTask', { name: '汽车维护' }, [
          node('competenceRequirement', { as: '读单', text: '能读懂派工单' }),
          node('competenceRequirement', { text: '能培训新员工' }),
        ]),
        node('courseObjective', { text: '能读懂维护派工单' }, [
          node('objectiveRequirement', { competenceRequirementId: '读单' }),
        ]),
      ],
      finds: ['职业能力要求“能培训新员工”没有课程目标支撑。请在课程目标旁对应上。'],
    },
  ],
});
