import type { Studio } from '../../state/studio';
import type { KeyGroup } from '../../features/help/key-groups';
import type { MenuEntry, MenuSpec } from '../../ui/menu';
import { type Action, isPossible } from './action';
import { carryActions } from './carry-actions';
import { checkActions } from './check-actions';
import { editActions } from './edit-actions';
import { fileActions } from './file-actions';
import { helpActions } from './help-actions';
import { findActions } from './find-actions';
import { pageActions } from './page-actions';
import { stepActions } from './step-actions';
import { viewActions } from './view-actions';
import { zoomActions } from './zoom-actions';

/** Everything the window can be asked for; menus, keys and palette are views of this list. */
export const actions: readonly Action[] = [
  ...fileActions,
  ...editActions,
  ...viewActions,
  ...pageActions,
  ...helpActions,
  ...carryActions,
  ...checkActions,
  ...findActions,
  ...zoomActions,
];

const otherEdits = editActions.filter((action) => !stepActions.includes(action));

/** The keys as a teacher reads them. */
export function shownKeys({ keys }: Action): string {
  return (keys?.[0] ?? '').replace('ArrowLeft', '←').replace('ArrowRight', '→');
}

export function entryOf(action: Action, studio: Studio): MenuEntry {
  const keys = shownKeys(action);
  return {
    id: action.id,
    label: action.title,
    ...(keys === '' ? {} : { keys }),
    disabled: !isPossible(action, studio),
    run: () => {
      action.run(studio);
    },
  };
}

/**
 * The menus of the title bar. `text` answers what can be done with the text that is written in; it stands
 * under 编辑 with 查找, where those who come from WPS look for it.
 */
export function menusOf(studio: Studio, text: () => readonly MenuEntry[]): readonly MenuSpec[] {
  const entries = (list: readonly Action[], before: readonly string[]) => () =>
    lined(
      list.map((action) => entryOf(action, studio)),
      before,
    );
  return [
    { label: '文件', entries: entries(fileActions, ['write-now', 'export', 'backups']) },
    {
      label: '编辑',
      entries: () => [
        ...entries(stepActions, [])(),
        '-',
        ...text(),
        ...entries(
          [...findActions, ...otherEdits, ...carryActions],
          ['find', 'add-typical-work-task', 'distribute-hours', 'cut-shown'],
        )(),
      ],
    },
    { label: '检查', entries: entries(checkActions, []) },
    {
      label: '查看',
      entries: entries(
        [...viewActions, ...zoomActions],
        ['next-region', 'show-preview', 'back', 'theme-light', 'zoom-in'],
      ),
    },
    { label: '帮助', entries: entries(helpActions, ['about']) },
  ];
}

/** Puts a line before the entries named. */
function lined(entries: readonly MenuEntry[], before: readonly string[]): readonly MenuEntry[] {
  return entries.flatMap((entry): readonly MenuEntry[] =>
    entry !== '-' && before.includes(entry.id) ? ['-', entry] : [entry],
  );
}

/** An action by its id. */
export function actionById(id: string): Action | undefined {
  return actions.find((action) => action.id === id);
}

/** The keys of the window by menu, for the page 键盘用法. */
export function keyGroups(): readonly KeyGroup[] {
  const groups = [
    { label: '文件', list: fileActions },
    { label: '编辑', list: editActions },
    { label: '查看和到别处', list: [...viewActions, ...zoomActions, ...pageActions] },
    { label: '检查和查找', list: [...checkActions, ...findActions] },
    { label: '帮助', list: helpActions },
  ];
  return groups.map(({ label, list }) => ({ label, rows: list.flatMap(keyRow) }));
}

function keyRow(action: Action): readonly (readonly [string, string])[] {
  const keys = shownKeys(action);
  return keys === '' ? [] : [[action.title.replace(/…$/, ''), keys]];
}

/** The action of a key press, or undefined. */
export function actionFor(event: KeyboardEvent): Action | undefined {
  const pressed = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ].filter((part) => part !== '');
  const keys = pressed.join('+');
  return actions.find((action) => action.keys?.includes(keys));
}
