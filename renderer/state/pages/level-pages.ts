import { addLevel } from '@shared/core/commands/add-level';
import { addTypicalWorkTask } from '@shared/core/commands/add-typical-work-task';
import { builtKinds } from '@shared/core/model/kinds';
import { childrenOf, type Project } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import type { Adding, PageEntry } from './page-entry';

const { options, words } = builtKinds.majorLevel.fields.level;

/** Levels are added to the major, not in the middle of a course; each once. */
const addingLevels = options.map((level, index): Adding => ({
  id: `add-level-${level}`,
  title: `加上培养层级“${words[index] ?? level}”`,
  near: 'major',
  onlyThere: true,
  isOffered: (project) => !levelsOf(project).some((other) => other.level === level),
  add: (perform) => {
    perform(addLevel, { level });
  },
}));

function levelsOf(project: Project): readonly RecordOf<'majorLevel'>[] {
  return childrenOf(project, null, 'major').flatMap(({ id }) =>
    childrenOf(project, id, 'majorLevel'),
  );
}

function coursesNote(project: Project, levelId: string): string {
  const courses = childrenOf(project, levelId, 'course');
  const hours = courses.reduce((sum, { standardHours }) => sum + (standardHours ?? 0), 0);
  return courses.length === 0 ? '' : `${String(courses.length)}门 · ${String(hours)}`;
}

/** A 培养层级 and the 典型工作任务 below it. */
export const levelPages: readonly PageEntry[] = [
  {
    kind: 'majorLevel',
    title: '{name}',
    word: '',
    note: (project, { id }) => coursesNote(project, id),
    heads: 'group',
    paper: 'majorStandard',
    begins: 'form',
    adding: addingLevels,
    form: [
      { look: 'one', cells: [{ field: 'majorCode', ghost: '例：0403-4' }] },
      { text: 'employmentDirection' },
      {
        rows: 'qualification',
        title: '职业资格与职业技能等级',
        jump: '职业资格',
        noun: '职业资格',
        example: 'name',
        columns: [
          { field: 'name', share: 66, ghost: '例：汽车维修工' },
          { field: 'skillLevel', share: 34 },
        ],
      },
      { text: 'goal', jump: '目标与机制' },
      { text: 'operationMode', jump: '' },
      { own: 'startPoints', jump: '起点', id: 'part-starts' },
      { own: 'levelTasks', jump: '培养要求', id: 'part-tasks', kinds: ['competenceRequirement'] },
      { own: 'levelCourses', jump: '课程', id: 'part-courses' },
    ],
  },
  {
    kind: 'typicalWorkTask',
    tag: '任',
    wide: true,
    paper: 'courseStandard',
    paperBefore: 'workTaskSummary',
    adding: [
      {
        id: 'add-typical-work-task',
        title: '加一个典型工作任务',
        near: 'majorLevel',
        add: (perform, { nearId }) => {
          perform(addTypicalWorkTask, { levelId: nearId, name: '' });
        },
      },
    ],
    aside: 'makeCourse',
    form: [
      {
        look: 'task',
        cells: [
          { field: 'name', ghost: '例：汽车维护' },
          { above: 'majorLevel' },
          { field: 'taskNature' },
        ],
      },
      { text: 'description', jump: '描述', wish: [300, 600] },
      { own: 'analysis', jump: '工作内容分析', id: 'part-analysis' },
      { own: 'competence', jump: '职业能力要求', id: 'part-competence' },
    ],
  },
];
