import { useMemo, useState } from 'react';
import { editField } from '@shared/core/commands/edit-field';
import { moveRecord } from '@shared/core/commands/move-record';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument, useStudio, useView } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { moveBeside, moveOver, type RowMove } from './outline-moves';
import { createOutlineRows, type OutlineRow, outlineRows } from './outline-rows';

export interface OutlineActions {
  readonly open: (row: OutlineRow) => void;
  readonly fold: (id: RecordId, folded: boolean) => void;
  readonly rename: (row: OutlineRow, name: string) => void;
  readonly moveOver: (from: RecordId, over: RecordId) => void;
  readonly moveBy: (id: RecordId, by: -1 | 1) => void;
  readonly remove: (id: RecordId) => void;
}

export function useOutlineRows(): readonly OutlineRow[] {
  const [rowsOf] = useState(createOutlineRows);
  const folded = useView((state) => state.folded);
  // The same list as long as no line has changed: typing elsewhere draws nothing here.
  return useDocument((state) => rowsOf(state, folded));
}

export function useOutlineActions(): OutlineActions {
  const { document, view } = useStudio();
  const execute = useExecute();
  return useMemo(() => {
    const rows = () => outlineRows(document.getState().project, view.getState().folded);
    const move = (to: RowMove | undefined) => {
      if (to !== undefined) execute(moveRecord, to);
    };
    return {
      open: ({ id, part, parentId }) => {
        if (part === undefined || parentId === null) view.getState().select(id);
        else view.getState().show({ kind: 'record', id: parentId, part });
      },
      fold: (id, folded) => {
        view.getState().setFolded(id, folded);
      },
      rename: ({ id }, name) => {
        execute(editField, { id, field: 'name', value: name });
      },
      moveOver: (from, over) => {
        move(moveOver(document.getState().project, rows(), { from, over }));
      },
      moveBy: (id, by) => {
        move(moveBeside(document.getState().project, rows(), { id, by }));
      },
      remove: (id) => {
        view.getState().setOverlay({ kind: 'delete', ids: [id] });
      },
    };
  }, [document, view, execute]);
}
