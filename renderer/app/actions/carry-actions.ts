import type { RecordId } from '@shared/core/kernel/id';
import { duplicateRecords } from '@shared/core/commands/duplicate-records';
import { markFinished } from '@shared/core/commands/mark-finished';
import { find } from '@shared/core/model/project';
import { pageOwner } from '../../state/page-owner';
import { copyRecords, pasteRecords } from '../../state/project-clipboard';
import type { Studio } from '../../state/studio';
import { type Action, canEdit, receipt } from './action';
import { perform, shownRecord } from './edit-actions';

/** The record of the page that is shown; undefined where there is none that can be copied. */
function shownPage(studio: Studio): RecordId | undefined {
  const id = shownRecord(studio);
  const { project } = studio.document.getState();
  return id === undefined ? undefined : pageOwner(project, id)?.id;
}

function isCopyable(studio: Studio): boolean {
  const { project } = studio.document.getState();
  const kind = find(project, shownPage(studio) ?? null)?.kind;
  return kind !== undefined && kind !== 'major';
}

function canFinishShown(studio: Studio): boolean {
  const record = find(studio.document.getState().project, shownPage(studio) ?? null);
  return canEdit(studio) && record !== undefined && 'finished' in record;
}

async function copyShown(studio: Studio, isCut: boolean): Promise<void> {
  const id = shownPage(studio);
  if (id === undefined || !(await copyRecords(studio, { ids: [id], isCut }))) return;
  receipt(studio, isCut ? '已剪切，可以粘贴到别处' : '已复制，可以粘贴到别处或别的专业');
}

async function pasteAtShown(studio: Studio): Promise<void> {
  const at = shownPage(studio);
  if (at === undefined) return;
  const id = await pasteRecords(studio, at);
  if (id !== null) studio.view.getState().select({ record: id });
}

/** Copying and pasting of whole pages; in the outline the usual keys do the same. */
export const carryActions: readonly Action[] = [
  {
    id: 'cut-shown',
    title: '剪切这一页的课程或任务',
    possible: (studio) => canEdit(studio) && isCopyable(studio),
    run: (studio) => void copyShown(studio, true),
  },
  {
    id: 'copy-shown',
    title: '复制这一页的课程或任务',
    possible: isCopyable,
    run: (studio) => void copyShown(studio, false),
  },
  {
    id: 'paste-here',
    title: '粘贴课程或任务到这里',
    possible: (studio) => canEdit(studio) && shownPage(studio) !== undefined,
    run: (studio) => void pasteAtShown(studio),
  },
  {
    id: 'duplicate-shown',
    title: '创建这一页的副本',
    possible: (studio) => canEdit(studio) && isCopyable(studio),
    run: (studio) => {
      const id = shownPage(studio);
      if (id !== undefined) perform(studio, duplicateRecords, { ids: [id] });
    },
  },
  {
    id: 'toggle-finished',
    title: '把这一页标为已完成（或取消）',
    possible: canFinishShown,
    run: (studio) => {
      const record = find(studio.document.getState().project, shownPage(studio) ?? null);
      if (record === undefined || !('finished' in record)) return;
      perform(studio, markFinished, { ids: [record.id], finished: !record.finished });
    },
  },
];
