import { isOf } from '@shared/core/model/record';
import type { PageEntry, Piece } from './page-entry';

/** A page that a part of the major has to itself. */
const further = (
  page: Pick<PageEntry, 'part' | 'tag' | 'title'>,
  form: readonly Piece[],
): PageEntry => ({ ...page, kind: 'major', paper: 'majorStandard', begins: 'form', form });

/** 专业信息, and the page that stands before the levels. */
export const majorPages: readonly PageEntry[] = [
  {
    kind: 'major',
    title: '专业信息',
    tag: '专',
    note: (_, major) => (isOf(major, 'major') ? major.baseCode : ''),
    heads: 'all',
    paper: 'majorStandard',
    form: [
      {
        look: 'pairs',
        cells: [
          { field: 'name', ghost: '例：汽车维修' },
          { field: 'baseCode', ghost: '例：0403' },
          { field: 'category', ghost: '例：交通类' },
          { field: 'school', ghost: '学校全称，印在文件上' },
          { field: 'issuer', ghost: '例：示范技师学院' },
          { field: 'issueDate', ghost: '例：2026年9月' },
        ],
      },
      { text: 'foreword', blank: '印在封面之后，一页以内' },
      { own: 'occupations', jump: '对应职业', id: 'part-occupations', kinds: ['occupationLink'] },
      { own: 'levels', jump: '培养层级', id: 'part-levels' },
      { own: 'majorPages', jump: '各部分', id: 'part-pages' },
    ],
  },
  further({ part: 'goals', tag: '标', title: '培养目标与体制' }, [
    { text: 'overallGoal' },
    { text: 'trainingSystem' },
    { own: 'levelGoals' },
  ]),
];

/** The parts of the 专业课程标准 that stand behind the levels. */
export const furtherMajorPages: readonly PageEntry[] = [
  {
    ...further({ part: 'offering', tag: '设', title: '课程设置说明' }, [
      { text: 'offeringScope' },
      { text: 'offeringCategories' },
      { text: 'offeringHours' },
    ]),
    paper: 'courseOffering',
  },
  further({ part: 'advice', tag: '施', title: '实施建议' }, [
    { text: 'staffAdvice', title: '（一）师资队伍' },
    { text: 'venueAdvice', title: '（二）场地设备' },
    { text: 'resourceAdvice', title: '（三）教学资源' },
    { text: 'managementAdvice', title: '（四）教学管理制度' },
  ]),
  further({ part: 'evaluation', tag: '评', title: '考核与评价' }, [
    { text: 'comprehensiveEvaluation', title: '（一）综合职业能力评价' },
    { text: 'skillEvaluation', title: '（二）职业技能评价' },
    { text: 'graduateEvaluation', title: '（三）毕业生就业质量分析' },
  ]),
  further({ part: 'people', tag: '人', title: '人员与审批' }, [
    {
      rows: 'person',
      note: '开发单位、起草、审定、任课教师',
      example: 'unit',
      columns: [
        { field: 'role', share: 18 },
        { field: 'name', share: 24, ghost: '例：李明' },
        { field: 'unit', share: 36, ghost: '例：示范技师学院' },
        { field: 'post', share: 22, ghost: '例：高级讲师' },
      ],
    },
    {
      rows: 'partner',
      note: '产教融合、校企双制；写了才印在文件后面',
      example: 'contribution',
      columns: [
        { field: 'name', share: 28, ghost: '例：示范汽车销售服务有限公司' },
        { field: 'contact', share: 16, ghost: '例：李明' },
        { field: 'contribution', share: 28, ghost: '例：参加实践专家访谈会' },
        { field: 'tasks', share: 28, ghost: '例：汽车维护' },
      ],
    },
    {
      rows: 'approvalLine',
      title: '编制、审核、批准',
      jump: '编制与审批',
      noun: '签署',
      steps: 'step',
      example: 'date',
      columns: [
        { field: 'step', share: 30 },
        { field: 'name', share: 40, ghost: '例：李明' },
        { field: 'date', share: 30, ghost: '例：2026-09-01' },
      ],
    },
    {
      rows: 'revisionLine',
      noun: '修订',
      example: 'change',
      columns: [
        { field: 'version', share: 14, ghost: '例：1.1' },
        { field: 'date', share: 20, ghost: '例：2026-09-01' },
        { field: 'change', share: 48, ghost: '例：调整“汽车维护”的学时' },
        { field: 'by', share: 18, ghost: '例：李明' },
      ],
    },
  ]),
  further({ part: 'terms', tag: '词', title: '学校用语' }, [
    { own: 'terms', kinds: ['glossaryTerm'] },
  ]),
];
