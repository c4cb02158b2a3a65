/** One kind of paper the product can make, with the layouts it can be made in. */
export interface PaperKind {
  readonly id: PaperKindId;
  /** Chinese name in lists and menus. */
  readonly title: string;
  /** What record a paper of this kind is about. */
  readonly subject: 'course';
  /** The first layout is the usual one. */
  readonly layouts: readonly PaperLayoutName[];
}

export interface PaperLayoutName {
  readonly id: string;
  readonly title: string;
}

export type PaperKindId = 'courseStandard';

/** Every kind of paper, in the order of lists. */
export const paperKinds: readonly PaperKind[] = [
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
