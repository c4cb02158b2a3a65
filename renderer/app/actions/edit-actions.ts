import { addCourse } from '@shared/core/commands/add-course';
import { addLearningTask } from '@shared/core/commands/add-learning-task';
import { addLevel } from '@shared/core/commands/add-level';
import { addTypicalWorkTask } from '@shared/core/commands/add-typical-work-task';
import type { Command } from '@shared/core/commands/command';
import { distributeHours } from '@shared/core/commands/distribute-hours';
import type { RecordId } from '@shared/core/kernel/id';
import { builtKinds } from '@shared/core/model/kinds';
import { childrenOf, closest, type Project } from '@shared/core/model/project';
import type { Kind, RecordOf } from '@shared/core/model/record';
import { firstPage } from '../../state/page-owner';
import type { Studio } from '../../state/studio';
import { type Action, canEdit, receipt, remark } from './action';
import { stepActions } from './step-actions';

/** The record whose page is shown, or undefined: the first page where the one asked for was undone. */
export function shownRecord({ document, view }: Studio): RecordId | undefined {
  const { page } = view.getState();
  if (page.kind !== 'record') return undefined;
  const { project } = document.getState();
  return project.records.has(page.id) ? page.id : firstPage(project);
}

/** The nearest record of a kind at or above `id`, else the first of the project. */
function near<K extends Kind>(project: Project, kind: K, id: RecordId | undefined) {
  const above = id === undefined ? undefined : closest(project, id, kind);
  return above ?? firstOf(project, kind);
}

function firstOf<K extends Kind>(project: Project, kind: K): RecordOf<K> | undefined {
  for (const major of childrenOf(project, null, 'major')) {
    for (const level of childrenOf(project, major.id, 'majorLevel')) {
      if (kind === 'majorLevel') return level as unknown as RecordOf<K>;
      const [found] = childrenOf(project, level.id, kind);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Runs a command, says a refusal, and goes to what it made. */
export function perform<Input>(studio: Studio, command: Command<Input>, input: Input): void {
  studio.pending.commitAll();
  const result = studio.document.getState().execute(command, input);
  if (!result.ok) {
    const { message } = result.failure;
    studio.messages.getState().say({ tone: 'refusal', text: message, at: null, action: null });
  } else if (result.value.focus !== null) {
    studio.view.getState().select({ record: result.value.focus, field: 'name' });
  } else if (result.value.change.length === 0) {
    remark(studio, '已经是这样，没有要改的。');
  } else receipt(studio, result.value.label, true);
}

/** What can be added near a record, as named actions; the outline, the palette and the menus share them. */
export function addingActions(at: RecordId | undefined): readonly Action[] {
  return [
    {
      id: 'add-typical-work-task',
      title: '加一个典型工作任务',
      possible: (studio) => canEdit(studio) && nearIn(studio, 'majorLevel', at) !== undefined,
      run: (studio) => {
        const level = nearIn(studio, 'majorLevel', at);
        if (level) perform(studio, addTypicalWorkTask, { levelId: level.id, name: '' });
      },
    },
    {
      id: 'add-course',
      title: '加一门课程',
      possible: (studio) => canEdit(studio) && nearIn(studio, 'majorLevel', at) !== undefined,
      run: (studio) => {
        addCourseAt(studio, at);
      },
    },
    {
      id: 'add-learning-task',
      title: '加一个学习任务',
      possible: (studio) => canEdit(studio) && nearIn(studio, 'course', at) !== undefined,
      run: (studio) => {
        const course = nearIn(studio, 'course', at);
        if (course) perform(studio, addLearningTask, { courseId: course.id, name: '' });
      },
    },
    ...levelActions(),
  ];
}

function nearIn<K extends Kind>(studio: Studio, kind: K, at: RecordId | undefined) {
  const { project } = studio.document.getState();
  return near(project, kind, at ?? shownRecord(studio));
}

/** A course added on the page of a 典型工作任务 is the course of that task. */
function addCourseAt(studio: Studio, at: RecordId | undefined): void {
  const { project } = studio.document.getState();
  const level = nearIn(studio, 'majorLevel', at);
  if (level === undefined) return;
  const here = at ?? shownRecord(studio);
  const task = here === undefined ? undefined : closest(project, here, 'typicalWorkTask');
  perform(studio, addCourse, {
    levelId: level.id,
    name: task?.name ?? '',
    typicalWorkTaskId: task?.id ?? null,
  });
}

function levelActions(): readonly Action[] {
  const { options, words } = builtKinds.majorLevel.fields.level;
  return options.map((level, index) => ({
    id: `add-level-${level}`,
    title: `加上培养层级“${words[index] ?? level}”`,
    possible: (studio) => canEdit(studio) && !hasLevel(studio, level),
    run: (studio) => {
      perform(studio, addLevel, { level });
    },
  }));
}

function hasLevel({ document }: Studio, level: string): boolean {
  const { project } = document.getState();
  return childrenOf(project, null, 'major').some(({ id }) =>
    childrenOf(project, id, 'majorLevel').some((other) => other.level === level),
  );
}

/** 编辑 */
export const editActions: readonly Action[] = [
  ...stepActions,
  ...addingActions(undefined),
  {
    id: 'distribute-hours',
    title: '按比例分配本课程的学时',
    words: '自动分配 补足',
    possible: (studio) => canEdit(studio) && nearIn(studio, 'course', undefined) !== undefined,
    run: (studio) => {
      const course = nearIn(studio, 'course', undefined);
      if (course) perform(studio, distributeHours, { courseId: course.id });
    },
  },
  {
    id: 'remove-shown',
    title: '删去这一页…',
    possible: (studio) => canEdit(studio) && shownRecord(studio) !== undefined,
    run: (studio) => {
      const id = shownRecord(studio);
      if (id !== undefined) studio.view.getState().setOverlay({ kind: 'delete', ids: [id] });
    },
  },
];
