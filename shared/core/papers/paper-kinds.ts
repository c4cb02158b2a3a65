import { type Kind, kindSpec } from '../model/record';

/** One kind of paper the product can make, with the layouts it can be made in. */
export interface PaperKind {
  readonly id: PaperKindId;
  /** Chinese name in lists and menus. */
  readonly title: string;
  /** The kind of the record a paper of this kind is about; its label is the group the paper is listed in. */
  readonly subject: Kind;
  /** The first layout is the usual one. */
  readonly layouts: readonly PaperLayoutName[];
}

export interface PaperLayoutName {
  readonly id: string;
  readonly title: string;
}

export type PaperKindId =
  'majorStandard' | 'courseOffering' | 'workTaskSummary' | 'assessmentMatrix' | 'courseStandard';

/** Every kind of paper, in the order of lists. */
export const paperKinds: readonly PaperKind[] = [
  {
    id: 'majorStandard',
    title: '专业课程标准',
    subject: 'major',
    layouts: [
      { id: 'major-standard.national', title: '公文样式' },
      { id: 'major-standard.school', title: '学校样式' },
    ],
  },
  {
    id: 'courseOffering',
    title: '课程设置方案',
    subject: 'major',
    layouts: [{ id: 'course-offering.national', title: '公文样式' }],
  },
  {
    id: 'workTaskSummary',
    title: '典型工作任务汇总表',
    subject: 'major',
    layouts: [{ id: 'work-task-summary.national', title: '公文样式' }],
  },
  {
    id: 'assessmentMatrix',
    title: '课程考核要点对应表',
    subject: 'major',
    layouts: [{ id: 'assessment-matrix.national', title: '体例4 表一' }],
  },
  {
    id: 'courseStandard',
    title: '工学一体化课程标准',
    subject: 'course',
    layouts: [
      { id: 'course-standard.national', title: '国家样式（一张表）' },
      { id: 'course-standard.tili2', title: '校本课程标准（体例2）' },
    ],
  },
];

/** The kind of the record a kind of paper is about. */
export function subjectOf(id: string): PaperKind['subject'] {
  return paperKinds.find((kind) => kind.id === id)?.subject ?? 'course';
}

/** The kinds of papers by what they are about, so that lists of many stay readable: 专业, 课程 … */
export const paperGroups: readonly {
  readonly subject: Kind;
  readonly title: string;
  readonly papers: readonly PaperKind[];
}[] = [...new Set(paperKinds.map(({ subject }) => subject))].map((subject) => ({
  subject,
  title: kindSpec(subject).label,
  papers: paperKinds.filter((kind) => kind.subject === subject),
}));
