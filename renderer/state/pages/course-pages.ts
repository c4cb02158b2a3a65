import { addCourse } from '@shared/core/commands/add-course';
import { addLearningTask } from '@shared/core/commands/add-learning-task';
import { ofOption } from '@shared/core/model/field';
import { closest, type Project } from '@shared/core/model/project';
import { fieldOf, isOf, type KnownRecord, type RecordOf } from '@shared/core/model/record';
import type { PageEntry } from './page-entry';

/** A 工学一体化课程 is what the chain is about: it is 课 itself; the others by their category. */
const courseTags: Readonly<Record<RecordOf<'course'>['courseKind'], string>> = {
  integrated: '课',
  public: '公',
  foundation: '基',
  elective: '选',
};

function courseTag(record: KnownRecord): string {
  return (isOf(record, 'course') ? ofOption(courseTags, record.courseKind) : undefined) ?? '课';
}

function hoursNote(_: Project, record: KnownRecord): string {
  const hours = fieldOf(record, 'standardHours');
  return typeof hours === 'number' ? String(hours) : '';
}

/** A course, its 学习任务, and the 课程表 in which its hours are placed. */
export const coursePages: readonly PageEntry[] = [
  {
    kind: 'course',
    tag: courseTag,
    note: hoursNote,
    isFirst: true,
    paper: 'courseStandard',
    adding: [
      {
        id: 'add-course',
        title: '加一门课程',
        near: 'majorLevel',
        // On the page of a 典型工作任务 it is the course of that task.
        add: (perform, { project, nearId, here }) => {
          const task = closest(project, here, 'typicalWorkTask');
          perform(addCourse, {
            levelId: nearId,
            name: task?.name ?? '',
            typicalWorkTaskId: task?.id ?? null,
          });
        },
      },
    ],
    drawnBy: 'course',
    form: [
      { own: 'taskExcerpt', jump: '描述', id: 'part-task', isWhole: true },
      { own: 'objectives', jump: '目标', id: 'part-objectives' },
      { own: 'contents', jump: '内容', id: 'part-contents', after: 1 },
      { own: 'courseTasks', jump: '学习任务', id: 'part-tasks', after: 2, isWhole: true },
      {
        of: 'teachingAdvice',
        jump: '实施',
        after: 3,
        isWhole: true,
        pieces: [
          { text: 'staff', title: '1. 师资要求' },
          { text: 'organisationMethods', title: '2. 教学组织方式方法建议' },
          { text: 'venue', title: '3. 教学资源配备建议（1）教学场地' },
          { text: 'toolsPerGroup', title: '（2）工具、材料、设备（按组配置）' },
          { text: 'documents', title: '（3）教学资料' },
          { text: 'management', title: '4. 教学管理制度' },
        ],
      },
      {
        of: 'courseAssessment',
        title: '教学考核要求',
        jump: '考核',
        why: 'processWeight',
        after: 3,
        isWhole: true,
        pieces: [
          { text: 'opening' },
          { own: 'weights' },
          '1. 过程性考核',
          { own: 'shares' },
          { text: 'skillAssessment', title: '（1）技能考核' },
          { text: 'outcomeAssessment', title: '（2）学习成果考核' },
          { text: 'competenceObservation', title: '（3）通用能力观察' },
          '2. 终结性考核',
          {
            of: 'finalAssessment',
            title: '',
            pieces: [
              { text: 'explanation' },
              { own: 'examCase' },
              { text: 'scenario', title: '【情境描述】', wish: [100, 250] },
              { lines: 'taskRequirement', title: '【任务要求】', ghost: '写一条要交出来的东西' },
              { items: 'references', title: '【参考资料】', ghost: '例：该车型维修手册' },
            ],
          },
          { own: 'pointsMatrix' },
        ],
      },
    ],
  },
  {
    kind: 'learningTask',
    tag: (_, index) => `T${String(index + 1)}`,
    note: hoursNote,
    paper: 'courseStandard',
    adding: [
      {
        id: 'add-learning-task',
        title: '加一个学习任务',
        near: 'course',
        add: (perform, { nearId }) => {
          perform(addLearningTask, { courseId: nearId, name: '' });
        },
      },
    ],
    form: [
      {
        look: 'hours',
        cells: [
          { field: 'name', ghost: '例：1万公里定期维护' },
          { field: 'standardHours', ghost: '—', lock: 'hoursLocked' },
        ],
      },
      { text: 'description', jump: '描述', wish: [150, 300] },
      { own: 'taught', jump: '对应的课程目标', id: 'part-objectives' },
    ],
  },
  {
    kind: 'startPoint',
    title: '课程表（{name}）',
    word: '课程表',
    tag: '表',
    note: () => '课程表',
    wide: true,
    isTable: true,
    paper: 'courseOffering',
    begins: 'record',
    drawnBy: 'courseTable',
    form: [],
  },
];
