import type { Settings } from '@shared/ipc/contract';
import type { Studio } from '../../state/studio';
import { focusRegion, hasFocus, nextRegion, type Region } from '../regions';
import { type Action, backToProject, hasProject } from './action';

/** Opens a column if it is hidden and puts the focus there. */
function goTo(studio: Studio, region: Region): void {
  const { setColumns } = studio.view.getState();
  backToProject(studio);
  if (region === 'outline') setColumns({ outlineOpen: true });
  if (region === 'side') setColumns({ sideOpen: true });
  // At once, for the key that comes next. Only when a column must be drawn or a dialog close first it is a frame
  // later: a second time would take the focus from where that key has put it.
  focusRegion(region);
  if (hasFocus(region)) return;
  requestAnimationFrame(() => {
    focusRegion(region);
  });
}

async function setTheme({ platform, settings }: Studio, theme: Settings['theme']): Promise<void> {
  const reply = await platform['settings:set']({ theme });
  if (reply.ok) settings.getState().take({ settings: reply.value });
}

const themes: readonly (readonly [Settings['theme'], string])[] = [
  ['light', '浅色'],
  ['dark', '深色'],
  ['system', '跟随系统'],
];

/** 查看 */
export const viewActions: readonly Action[] = [
  {
    id: 'palette',
    title: '查命令、课程、任务…',
    keys: ['Ctrl+K'],
    run: ({ view }) => {
      view.getState().setOverlay({ kind: 'palette' });
    },
  },
  ...(
    [
      ['outline', '大纲', 'Ctrl+1'],
      ['page', '正文', 'Ctrl+2'],
      ['side', '右栏', 'Ctrl+3'],
    ] as const
  ).map(([region, name, key]) => ({
    id: `go-${region}`,
    title: `到${name}`,
    keys: [key],
    possible: hasProject,
    run: (studio: Studio) => {
      goTo(studio, region);
    },
  })),
  {
    id: 'next-region',
    title: '到下一个区域',
    keys: ['F6'],
    possible: hasProject,
    run: () => {
      nextRegion(1);
    },
  },
  {
    id: 'previous-region',
    title: '到上一个区域',
    keys: ['Shift+F6'],
    possible: hasProject,
    run: () => {
      nextRegion(-1);
    },
  },
  {
    id: 'toggle-outline',
    title: '收起或打开大纲',
    possible: hasProject,
    run: ({ view }) => {
      view.getState().setColumns({ outlineOpen: view.getState().outlineOpen === false });
    },
  },
  {
    id: 'toggle-side',
    title: '收起或打开右栏',
    possible: hasProject,
    run: ({ view }) => {
      view.getState().setColumns({ sideOpen: view.getState().sideOpen === false });
    },
  },
  {
    id: 'show-preview',
    title: '看预览',
    possible: hasProject,
    run: (studio) => {
      backToProject(studio);
      studio.view.getState().setSideTab('preview');
    },
  },
  {
    id: 'show-history',
    title: '看历史',
    possible: hasProject,
    run: (studio) => {
      backToProject(studio);
      studio.view.getState().setSideTab('history');
    },
  },
  {
    id: 'back',
    title: '后退',
    keys: ['Alt+ArrowLeft'],
    possible: ({ view }) => view.getState().back.length > 0,
    run: ({ view }) => {
      view.getState().goBack();
    },
  },
  {
    id: 'forward',
    title: '前进',
    keys: ['Alt+ArrowRight'],
    possible: ({ view }) => view.getState().forward.length > 0,
    run: ({ view }) => {
      view.getState().goForward();
    },
  },
  ...themes.map(([theme, name]) => ({
    id: `theme-${theme}`,
    title: `外观：${name}`,
    run: (studio: Studio) => void setTheme(studio, theme),
  })),
];
