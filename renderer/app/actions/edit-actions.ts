import type { Command } from '@shared/core/commands/command';
import { distributeHours } from '@shared/core/commands/distribute-hours';
import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, closest, find, type Project } from '@shared/core/model/project';
import { type Kind, kindSpec, type RecordOf } from '@shared/core/model/record';
import { firstPage } from '../../state/page-owner';
import { pageEntries } from '../../state/pages/entries';
import type { Adding } from '../../state/pages/page-entry';
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
  for (const above of idsAbove(project, kind)) {
    const [found] = childrenOf(project, above, kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The records that a kind stands below, from the top down. */
function idsAbove(project: Project, kind: Kind): readonly (RecordId | null)[] {
  return kindSpec(kind).parents.flatMap((above) =>
    above === null
      ? [null]
      : idsAbove(project, above as Kind).flatMap((id) =>
          childrenOf(project, id, above as Kind).map((record) => record.id),
        ),
  );
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
  const all = pageEntries.flatMap(({ adding = [] }) => adding);
  // What belongs to one kind alone comes last.
  return [...all.filter((one) => !one.onlyThere), ...all.filter((one) => one.onlyThere)].map(
    (adding) => ({
      id: adding.id,
      title: adding.title,
      possible: (studio) => canEdit(studio) && addingPlace(studio, adding, at) !== undefined,
      run: (studio) => {
        const place = addingPlace(studio, adding, at);
        if (place === undefined) return;
        adding.add((command, input) => {
          perform(studio, command, input);
        }, place);
      },
    }),
  );
}

function addingPlace(studio: Studio, adding: Adding, at: RecordId | undefined) {
  const { project } = studio.document.getState();
  const { near: kind, onlyThere, isOffered } = adding;
  if (onlyThere && at !== undefined && find(project, at)?.kind !== kind) return undefined;
  const found = nearIn(studio, kind, at);
  if (found === undefined || isOffered?.(project) === false) return undefined;
  return { project, nearId: found.id, here: at ?? shownRecord(studio) ?? found.id };
}

function nearIn<K extends Kind>(studio: Studio, kind: K, at: RecordId | undefined) {
  const { project } = studio.document.getState();
  return near(project, kind, at ?? shownRecord(studio));
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
