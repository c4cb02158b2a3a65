/** What makes a cell of a matrix count as covered; a matrix that has no hours or criteria by nature lacks them. */
export type Condition = 'link' | 'hours' | 'criterion';

/** A matrix of two levels of the chain that mappings connect, named by paths (formats.md §10). */
export interface MatrixSpec {
  readonly id: string;
  /** Chinese name. */
  readonly title: string;
  /** Lead from the major, or from a course, to the records of rows and columns. */
  readonly rows: string;
  readonly columns: string;
  /** Leads from the record of a row to those of the columns that it is linked to. */
  readonly route: string;
  readonly conditions: readonly Condition[];
  /** True when a last column says what the 终结性考核 assesses. */
  readonly hasFinal?: true;
}

const every: readonly Condition[] = ['link', 'hours', 'criterion'];

/** The matrices that are filled by links; ids are those of the field. */
export const matrixSpecs: readonly MatrixSpec[] = [
  {
    id: 'M1',
    title: '典型工作任务 × 课程',
    rows: 'major.majorLevel.typicalWorkTask',
    columns: 'major.integratedCourses',
    route: 'typicalWorkTask.course',
    conditions: every,
  },
  {
    id: 'M3',
    title: '课程目标 × 学习任务 × 终结性考核',
    rows: 'major.majorLevel.course.courseObjective',
    columns: 'major.majorLevel.course.learningTask',
    route: 'courseObjective.learningTask',
    conditions: every,
    hasFinal: true,
  },
  {
    id: 'M6c',
    title: '职业能力要求 × 课程',
    rows: 'major.majorLevel.typicalWorkTask.competenceRequirement',
    columns: 'major.integratedCourses',
    route: 'competenceRequirement.courseObjective.course',
    conditions: every,
  },
  {
    id: 'M6t',
    title: '职业能力要求 × 学习任务',
    rows: 'major.majorLevel.typicalWorkTask.competenceRequirement',
    columns: 'major.majorLevel.course.learningTask',
    route: 'competenceRequirement.courseObjective.learningTask',
    conditions: every,
  },
];
