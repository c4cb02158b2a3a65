import { useMemo, useState } from 'react';
import { duplicateRecords } from '@shared/core/commands/duplicate-records';
import { editField } from '@shared/core/commands/edit-field';
import { markFinished } from '@shared/core/commands/mark-finished';
import { moveRecords } from '@shared/core/commands/move-records';
import type { RecordId } from '@shared/core/kernel/id';
import { offerUndo } from '../../state/offer-undo';
import { copyRecords, pasteRecords } from '../../state/project-clipboard';
import { type Studio, useDocument, useStudio, useView } from '../../state/studio';
import { type Execute, useExecute } from '../../state/use-execute';
import { moveBeside, moveOver, type RowMove } from './outline-moves';
import { createOutlineRows, type OutlineRow, outlineRows } from './outline-rows';

type Ids = readonly RecordId[];

export interface OutlineActions {
  readonly open: (row: OutlineRow) => void;
  readonly fold: (id: RecordId, folded: boolean) => void;
  /** False when the name was refused. */
  readonly rename: (row: OutlineRow, name: string) => boolean;
  readonly moveOver: (from: RecordId, over: RecordId, ids: Ids) => void;
  readonly moveBy: (ids: Ids, by: -1 | 1) => void;
  readonly remove: (ids: Ids) => void;
  readonly duplicate: (ids: Ids) => void;
  readonly finish: (ids: Ids, finished: boolean) => void;
  /** False when it was refused in words. */
  readonly copy: (ids: Ids, isCut: boolean) => Promise<boolean>;
  readonly paste: (at: RecordId) => Promise<void>;
}

const nothingFolded: ReadonlySet<RecordId> = new Set();

/** The rows as they are folded; with `unfolded` all of them, so that a filter finds what is hidden. */
export function useOutlineRows(unfolded: boolean): readonly OutlineRow[] {
  const [rowsOf] = useState(createOutlineRows);
  const folded = useView((state) => state.folded);
  // The same list as long as no line has changed: typing elsewhere draws nothing here.
  return useDocument((state) => rowsOf(state, unfolded ? nothingFolded : folded));
}

export function useOutlineActions(): OutlineActions {
  const studio = useStudio();
  const execute = useExecute();
  return useMemo(
    () => ({ ...looking(studio), ...changing(studio, execute), ...carrying(studio, execute) }),
    [studio, execute],
  );
}

function looking({ view }: Studio): Pick<OutlineActions, 'open' | 'fold' | 'remove'> {
  return {
    open: ({ id, part, parentId }) => {
      if (part === undefined || parentId === null) view.getState().select({ record: id });
      else view.getState().show({ kind: 'record', id: parentId, part });
    },
    fold: (id, folded) => {
      view.getState().setFolded(id, folded);
    },
    remove: (ids) => {
      if (ids.length > 0) view.getState().setOverlay({ kind: 'delete', ids });
    },
  };
}

function changing(
  studio: Studio,
  execute: Execute,
): Pick<OutlineActions, 'rename' | 'moveOver' | 'moveBy' | 'finish'> {
  const { document } = studio;
  const rows = () => outlineRows(document.getState().project, nothingFolded);
  const move = (to: RowMove | undefined) => {
    if (to !== undefined) execute(moveRecords, to);
  };
  return {
    rename: ({ id }, name) => execute(editField, { id, field: 'name', value: name }).ok,
    moveOver: (from, over, ids) => {
      const { project } = document.getState();
      move(moveOver(project, rows(), { from, over, ids }));
      // A row let go in the wrong place is soon put back.
      if (document.getState().project !== project) offerUndo(studio);
    },
    moveBy: (ids, by) => {
      move(moveBeside(document.getState().project, rows(), { ids, by }));
    },
    finish: (ids, finished) => {
      execute(markFinished, { ids, finished });
    },
  };
}

function carrying(
  studio: Studio,
  execute: Execute,
): Pick<OutlineActions, 'duplicate' | 'copy' | 'paste'> {
  const show = (id: RecordId | null) => {
    if (id !== null) studio.view.getState().select({ record: id });
  };
  return {
    duplicate: (ids) => {
      studio.pending.commitAll();
      const result = execute(duplicateRecords, { ids });
      if (result.ok) show(result.value.focus);
    },
    copy: (ids, isCut) => copyRecords(studio, { ids, isCut }),
    paste: async (at) => {
      show(await pasteRecords(studio, at));
    },
  };
}
