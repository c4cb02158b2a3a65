import { type ClipboardEvent, useState } from 'react';
import type { PastedTable } from '@shared/core/clipboard/pasted';
import {
  type GridCell,
  type GridPlan,
  type GridTarget,
  planGridPaste,
} from '@shared/core/clipboard/plan-grid-paste';
import type { CourseRow, CourseTable } from '@shared/core/hours/course-table';
import { offerUndo } from '../../../state/offer-undo';
import { useStudio } from '../../../state/studio';
import { type Clipboard, pastedContent } from '../fields/pasted-lines';
import { blockText, copiedForms } from './grid-cells';
import type { Grid } from './use-grid';
import type { GridWork } from './use-grid-work';

/** The bare cells of what was copied in a 课程表. */
const cellsType = 'application/x-gongxue-cells';

/** A pasted table with rows whose course is not sure: the teacher is asked. */
export interface PasteQuestion {
  readonly table: PastedTable;
  readonly target: GridTarget;
  readonly plan: Extract<GridPlan, { readonly status: 'ask' }>;
}

interface GridClipboard {
  readonly question: PasteQuestion | null;
  readonly close: () => void;
  /** Writes what a plan has come to; another question when something is still not sure. */
  readonly take: (plan: GridPlan, table: PastedTable, target: GridTarget) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

interface GridParts {
  readonly table: CourseTable;
  readonly rows: readonly CourseRow[];
  readonly grid: Grid;
  readonly work: GridWork;
}

/** Copying from and pasting into the grid, to and from spreadsheets. */
export function useGridClipboard(parts: GridParts): GridClipboard {
  const { grid, work } = parts;
  const { question, close, take, refuse } = usePasteTaking(work);
  const copy = useCopying(parts);
  // Words are cut and pasted as words: in a cell that is edited, and where a course is added.
  const isText = ({ target }: ClipboardEvent) =>
    grid.mode === 'edit' || (target instanceof Element && target.closest('.add-row') !== null);
  return {
    question,
    close,
    take,
    onCopy: (event) => {
      if (!isText(event)) copy(event);
    },
    onCut: (event) => {
      if (isText(event)) return;
      copy(event);
      work.clear();
    },
    onPaste: (event) => {
      if (isText(event) || !work.canWrite) return;
      event.preventDefault();
      const target = targetOf(parts);
      const read = readTable(event.clipboardData);
      if (typeof read === 'string') refuse(read);
      else take(planGridPaste(read, target), read, target);
    },
  };
}

function useCopying({ rows, grid }: GridParts): (event: ClipboardEvent) => void {
  const { pending } = useStudio();
  return (event) => {
    pending.commitAll();
    const { text, html } = copiedForms(rows, grid.block);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    // Here lines may go to other courses than those they are of.
    event.clipboardData.setData(cellsType, blockText(rows, grid.block));
    event.preventDefault();
  };
}

type PasteTaking = Pick<GridClipboard, 'question' | 'close' | 'take'> & {
  readonly refuse: (text: string) => void;
};

function usePasteTaking(work: GridWork): PasteTaking {
  const studio = useStudio();
  const [question, setQuestion] = useState<PasteQuestion | null>(null);
  const refuse = (text: string) => {
    studio.messages.getState().say({ tone: 'refusal', text, at: null, action: null });
  };
  const write = (cells: readonly GridCell[]) => {
    if (!work.write(cells)) return;
    const count = new Set(cells.map(({ courseId }) => courseId)).size;
    offerUndo(studio, `已粘贴 ${count} 门课程的学时，可以按 Ctrl+Z 撤销。`);
  };
  /** Nothing is written while a cell cannot be read, but on request all the others are. */
  const offerRest = (text: string, cells: readonly GridCell[]) => {
    const before = studio.document.getState().project;
    const action = {
      label: '粘贴其余各格',
      run: () => {
        write(cells);
      },
      isOffered: () => studio.document.getState().project === before,
    };
    studio.messages.getState().say({ tone: 'refusal', text, at: null, action });
  };
  return {
    question,
    close: () => {
      setQuestion(null);
    },
    take: (plan, table, target) => {
      setQuestion(plan.status === 'ask' ? { table, target, plan } : null);
      if (plan.status === 'refuse') refuse(plan.message);
      if (plan.status === 'partly') offerRest(plan.message, plan.cells);
      if (plan.status === 'ready') write(plan.cells);
    },
    refuse,
  };
}

function targetOf({ table, rows, grid }: GridParts): GridTarget {
  return {
    courses: rows.map(({ courseId, name }) => ({ id: courseId, name })),
    terms: table.semesters,
    cursor: grid.block.from,
  };
}

/** The table of what was pasted, or why there is none. Text for one place is a table of one cell. */
function readTable(clipboard: Clipboard): PastedTable | string {
  const cells = clipboard.getData(cellsType);
  if (cells !== '') return cells.split('\n').map((line) => line.split('\t').map(asCell));
  const read = pastedContent(clipboard);
  if (!read.ok) return read.failure.message;
  const { tables, paragraphs } = read.value ?? {
    tables: [],
    paragraphs: [{ text: clipboard.getData('text/plain').trim() }],
  };
  // Lines without tabs are a column.
  const column = paragraphs
    .filter(({ text }) => text !== '')
    .map(({ text }) => [{ text, isMerged: false }]);
  const table = tables[0] ?? column;
  return table.length === 0
    ? '剪贴板里没有表格，没有粘贴。请在 WPS 表格或 Excel 里复制后再粘贴。'
    : table;
}

function asCell(text: string): PastedTable[number][number] {
  return { text, isMerged: false };
}
