import { fieldElement } from '../../features/pages/fields/field-place';
import { nextStep } from '../../features/tour/tour-steps';
import type { Studio } from '../../state/studio';
import { find } from '@shared/core/model/project';
import type { HelpTopic } from '../../state/view-store';
import { regionIds } from '../regions';
import { type Action, hasProject, remark } from './action';

const topics: readonly (readonly [HelpTopic, string, string])[] = [
  ['begin', '怎么开始', '帮助 入门 第一次用'],
  ['keys', '键盘用法', '快捷键 帮助'],
  ['files', '文件存在哪里', '保存 备份 U盘 两份不同的稿子'],
  ['paste', '从 WPS 粘贴', '复制 表格 Excel'],
  ['questions', '常见问题', '帮助'],
];

/** Shows the first-hour tour where it was left; from its beginning for whoever has been through it. */
export function openTour({ view }: Studio): void {
  const { tour, setTour } = view.getState();
  setTour({ open: true, done: nextStep(tour.done) === undefined ? [] : tour.done });
}

/** Opens the 为什么 of the field with the cursor; where it has none of its own, that of its part of the page. */
function askWhy(studio: Studio): void {
  const { view, document: project } = studio;
  const { cursor } = view.getState();
  const record = find(project.getState().project, cursor?.record ?? null);
  const name = JSON.stringify(`${record?.kind ?? ''} ${cursor?.field ?? ''}`);
  // Asked for in the palette, the field does not have the focus.
  const field = cursor === null ? null : fieldElement(cursor);
  const here = field?.closest('section, .sheet, .leaf') ?? document.getElementById(regionIds.page);
  const own = here?.querySelector<HTMLElement>(`[data-why=${name}]`);
  const found = own ?? here?.querySelector<HTMLElement>('[data-why]');
  if (found === null || found === undefined) remark(studio, '这里没有“为什么”。');
  else found.click();
}

/** 帮助 */
export const helpActions: readonly Action[] = [
  { id: 'tour', title: '十分钟走一遍', words: '入门 教程 第一次用', run: openTour },
  ...topics.map(([topic, title, words]): Action => ({
    id: `help-${topic}`,
    title: topic === 'begin' ? `帮助：${title}` : title,
    words,
    ...(topic === 'begin' ? { keys: ['F1'] } : {}),
    run: ({ view }) => {
      view.getState().show({ kind: 'help', topic });
    },
  })),
  {
    id: 'why-here',
    title: '这一栏怎么写（为什么）',
    keys: ['Shift+F1'],
    words: '好例 差例 说明',
    possible: hasProject,
    run: askWhy,
  },
  {
    // Asked for by hands that know WPS: a key that does nothing and says nothing is taken for a fault.
    id: 'why-no-format',
    title: '为什么不能加粗、换字体',
    keys: ['Ctrl+B', 'Ctrl+I', 'Ctrl+U'],
    words: '斜体 下划线 格式',
    possible: hasProject,
    run: (studio) => {
      remark(studio, '这里只写文字。加粗、字体、字号由各个文件的版式定，导出来就是规定的样子。');
    },
  },
  {
    id: 'keys',
    title: '键盘用法一览',
    keys: ['Ctrl+/'],
    words: '快捷键',
    run: ({ view }) => {
      view.getState().setOverlay({ kind: 'keys' });
    },
  },
  {
    id: 'about',
    title: '关于工学课坊',
    run: ({ view }) => {
      view.getState().setOverlay({ kind: 'about' });
    },
  },
];
