import type { RecordId } from '@shared/core/kernel/id';
import type { MenuEntry } from '../../ui/menu';
import { isMovable, isNamable } from './outline-moves';
import type { OutlineRow } from './outline-rows';

/** What can be asked of rows, by menu or by key. */
export interface RowTasks {
  readonly open: (row: OutlineRow) => void;
  readonly rename: (row: OutlineRow) => void;
  readonly moveBy: (ids: readonly RecordId[], by: -1 | 1) => void;
  readonly remove: (ids: readonly RecordId[]) => void;
  readonly duplicate: (ids: readonly RecordId[]) => void;
  readonly finish: (ids: readonly RecordId[], finished: boolean) => void;
  readonly copy: (ids: readonly RecordId[], isCut: boolean) => void;
  readonly paste: (at: RecordId) => void;
}

interface MenuParts {
  readonly tasks: RowTasks;
  readonly readOnly: boolean;
  /** What can be added below a row. */
  readonly entriesFor: (id: RecordId) => readonly MenuEntry[];
}

/** The context menu of a row, or of all rows picked with it. */
export function rowEntries(
  row: OutlineRow | undefined,
  meant: readonly OutlineRow[],
  { tasks, readOnly, entriesFor }: MenuParts,
): readonly MenuEntry[] {
  if (row === undefined) return [];
  const alone = meant.length === 1;
  const added = alone && row.part === undefined ? entriesFor(row.id) : [];
  const open = entry(['open', '打开', 'Enter'], !alone, () => {
    tasks.open(row);
  });
  return [
    open,
    ...added,
    '-',
    ...carryEntries(row, meant, { tasks, readOnly }),
    '-',
    ...changeEntries(row, meant, { tasks, readOnly }),
  ];
}

type Words = readonly [id: string, label: string, keys: string];

function entry([id, label, keys]: Words, disabled: boolean, run: () => void): MenuEntry {
  return { id, label, disabled, run, ...(keys === '' ? {} : { keys }) };
}

function carryEntries(
  row: OutlineRow,
  meant: readonly OutlineRow[],
  { tasks, readOnly }: Omit<MenuParts, 'entriesFor'>,
): readonly MenuEntry[] {
  const ids = meant.map(({ id }) => id);
  const fixed = !meant.every(isMovable);
  return [
    entry(['cut', '剪切', 'Ctrl+X'], fixed || readOnly, () => {
      tasks.copy(ids, true);
    }),
    entry(['copy', '复制', 'Ctrl+C'], fixed, () => {
      tasks.copy(ids, false);
    }),
    entry(['paste', '粘贴', 'Ctrl+V'], readOnly || row.part !== undefined, () => {
      tasks.paste(row.id);
    }),
    entry(['duplicate', '创建副本', 'Ctrl+D'], fixed || readOnly, () => {
      tasks.duplicate(ids);
    }),
  ];
}

function changeEntries(
  row: OutlineRow,
  meant: readonly OutlineRow[],
  { tasks, readOnly }: Omit<MenuParts, 'entriesFor'>,
): readonly MenuEntry[] {
  const ids = meant.map(({ id }) => id);
  const fixed = readOnly || !meant.every(isMovable);
  return [
    entry(['rename', '改名', 'F2'], fixed || meant.length > 1 || !isNamable(row), () => {
      tasks.rename(row);
    }),
    entry(['up', '上移', 'Alt+↑'], fixed, () => {
      tasks.moveBy(ids, -1);
    }),
    entry(['down', '下移', 'Alt+↓'], fixed, () => {
      tasks.moveBy(ids, 1);
    }),
    finishEntry(meant, { tasks, readOnly }),
    '-',
    entry(['remove', '删去…', 'Del'], fixed, () => {
      tasks.remove(ids);
    }),
  ];
}

function finishEntry(
  meant: readonly OutlineRow[],
  { tasks, readOnly }: Omit<MenuParts, 'entriesFor'>,
): MenuEntry {
  const able = meant.filter(({ finished }) => finished !== null);
  const all = able.length > 0 && able.every(({ finished }) => finished);
  const label = all ? '取消“已完成”' : '标为已完成';
  return entry(['finish', label, ''], readOnly || able.length === 0, () => {
    tasks.finish(
      able.map(({ id }) => id),
      !all,
    );
  });
}
