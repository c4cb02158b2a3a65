/**
 * How to get to everything the window can show, by the names of `renderer/app/window-pages.ts`. `show`
 * brings the window there, `leave` (if any) back to a plain window. Those `atStart` are visited before a
 * project is open, the others with a copy of the first sample.
 */
import { showCourse, showRecord } from '../steps.mjs';
import { command, escape, goBack, showPage } from './hands.mjs';

const helpTitles = {
  begin: '怎么开始',
  keys: '键盘用法',
  files: '文件存在哪里',
  paste: '从 WPS 粘贴',
  questions: '常见问题',
};

const helpVisits = Object.entries(helpTitles).map(([topic, title]) => ({
  page: `help-${topic}`,
  atStart: true,
  show: async ({ window }) => {
    await window.keyboard.press('F1');
    await window
      .getByRole('navigation', { name: '帮助的题目' })
      .getByRole('button', { name: title })
      .click();
  },
  leave: goBack,
}));

const startVisits = [
  {
    page: 'page-start',
    show: ({ window }) => window.getByRole('region', { name: '样例' }).waitFor(),
  },
  {
    page: 'page-settings',
    show: ({ window }) => showPage(window, '设置', '设置'),
    leave: goBack,
  },
  {
    page: 'overlay-create',
    show: ({ window }) => overlay(window, 'Control+n', '新建专业'),
    leave: escape,
  },
  {
    page: 'overlay-about',
    show: ({ window }) => command(window, '关于工学课坊'),
    leave: escape,
  },
];

async function overlay(window, keys, name) {
  await window.keyboard.press(keys);
  await window.getByRole('dialog', { name }).waitFor();
}

const recordVisits = [
  ...['majorLevel', 'typicalWorkTask', 'learningTask'].map((kind) => ({
    page: `record-${kind}`,
    show: ({ window }) => showRecord(window, kind),
  })),
  {
    page: 'record-course',
    // With the slip of an objective open.
    show: async ({ window }) => {
      await showCourse(window);
      await window.getByRole('textbox', { name: '课程目标 1', exact: true }).click();
      await window.getByRole('button', { name: '给课程目标 1加一个新任务' }).waitFor();
    },
  },
  {
    page: 'record-startPoint',
    show: async ({ window }) => {
      await command(window, '课程表');
      await window.getByRole('heading', { name: /^课程表/, level: 1 }).waitFor();
    },
  },
  { page: 'record-major', show: ({ window }) => command(window, '到“专业信息”') },
];

const overlayVisits = [
  {
    page: 'overlay-baseline',
    show: async ({ window }) => {
      await command(window, '存为讨论稿');
      await window.getByRole('dialog', { name: /^存为/ }).waitFor();
    },
    leave: escape,
  },
  {
    page: 'overlay-palette',
    show: ({ window }) => overlay(window, 'Control+k', '命令面板'),
    leave: escape,
  },
  {
    page: 'overlay-keys',
    show: ({ window }) => overlay(window, 'Control+/', '键盘用法'),
    leave: escape,
  },
  {
    page: 'overlay-export',
    show: ({ window }) => overlay(window, 'Control+e', '导出文件'),
    leave: escape,
  },
  {
    page: 'overlay-delete',
    show: async ({ window }) => {
      await window.locator('.outline-row[data-kind=course]').first().click();
      await window.locator('.outline-row[data-kind=course]').first().press('Delete');
      await window.getByRole('alertdialog').waitFor();
    },
    leave: ({ window }) => window.getByRole('button', { name: '不删' }).click(),
  },
];

/** Last: a panel that was asked for lies over the page of a narrow window until it is closed. */
const panelVisits = [
  {
    page: 'page-backups',
    show: ({ window }) => showPage(window, '备份', '备份'),
    leave: goBack,
  },
  {
    page: 'page-kept',
    show: ({ window }) => showPage(window, '留底与定稿', '留底与定稿'),
    leave: goBack,
  },
  { page: 'panel-preview', show: ({ window }) => command(window, '看预览') },
  { page: 'panel-history', show: ({ window }) => command(window, '看历史') },
  {
    page: 'panel-find',
    show: async ({ window }) => {
      await window.keyboard.press('Control+h');
      await window.keyboard.type('定期维护');
    },
  },
  { page: 'panel-checks', show: ({ window }) => command(window, '看检查') },
];

/** All of them; `further` are the pages that the registry names with a title (`furtherPages`). */
export const visitsTo = (further) => [
  ...[...startVisits, ...helpVisits].map((visit) => ({ ...visit, atStart: true })),
  ...recordVisits,
  ...further.map(({ page, title }) => ({
    page,
    show: ({ window }) => command(window, `到“${title}”`),
  })),
  ...[...overlayVisits, ...panelVisits],
];

/** The pages nobody has said how to get to. */
export function unvisited(pages, visits) {
  const known = new Set(visits.map(({ page }) => page));
  return pages.filter((page) => !known.has(page));
}
