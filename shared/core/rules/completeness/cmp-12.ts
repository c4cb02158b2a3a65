import { named } from '../../words/wording';
import { builtKinds } from '../../model/kinds';
import { onlyChildOf } from '../../model/project';
import { node } from '../example';
import { hasContent, isBlank, isIntegrated } from '../reading';
import { defineRule } from '../rule';

const fields = [
  'staff',
  'organisationMethods',
  'venue',
  'toolsPerGroup',
  'documents',
  'management',
] as const;

export const cmp12 = defineRule({
  id: 'CMP-12',
  pack: 'completeness',
  severity: 'warning',
  title: '教学实施建议写全：师资、组织方式方法、资源配备（场地、工具材料设备、资料、管理制度）。',
  why: '别的学校照着这门课程标准开课，要知道谁来教、怎么组织、要配什么。',
  source: 'K',
  kinds: ['course'],
  isBegun: (course, { project }) => {
    const advice = onlyChildOf(project, course.id, 'teachingAdvice');
    return advice !== undefined && hasContent(advice, []);
  },
  places: (course, { project }) => {
    if (!isIntegrated(course)) return [];
    const advice = onlyChildOf(project, course.id, 'teachingAdvice');
    const whose = `${named(project, course)}的教学实施建议`;
    if (advice === undefined) {
      const message = `${whose}还没有写。`;
      return [{ record: course.id, missing: 'teachingAdvice', filled: false, message }];
    }
    return fields.map((field) => {
      const message = `${whose}里还没有写${builtKinds.teachingAdvice.fields[field].label}。`;
      return { record: advice.id, field, filled: !isBlank(advice[field]), message };
    });
  },
  examples: [
    {
      text: '各部分都写了',
      records: [
        node('course', { name: '汽车维护' }, [
          node('teachingAdvice', {
            staff: '具有企业实践经历的教师担任',
            organisationMethods: '4～6 人一组，行动导向教学',
            venue: '工学一体化学习工作站',
            toolsPerGroup: '每组一套通用工具',
            documents: '维修手册、工作页',
            management: '6S 管理制度、安全操作规程',
          }),
        ]),
      ],
      finds: [],
    },
    {
      text: '只写了组织方式',
      records: [
        node('course', { name: '汽车维护' }, [
          node('teachingAdvice', {
            organisationMethods: '采用任务驱动法',
            venue: '工作站',
            documents: '手册',
            management: '6S',
          }),
        ]),
      ],
      finds: [
        '课程“汽车维护”的教学实施建议里还没有写师资要求。',
        '课程“汽车维护”的教学实施建议里还没有写工具、材料、设备。',
      ],
    },
  ],
});
