import { loadSample, sampleList } from '@shared/core/samples/sample-list';
import type { Studio } from '../../state/studio';
import { printPaper } from './print-paper';
import { type Action, backToProject, canEdit, hasProject } from './action';

/** Opens a fresh copy of a sample in the teacher's own folder. */
export async function openSample(studio: Studio, id: string): Promise<void> {
  const sample = sampleList.find((one) => one.id === id);
  if (sample !== undefined) {
    await studio.opener.create(sample.title, await loadSample(id, studio.random));
  }
}

/** 文件 */
export const fileActions: readonly Action[] = [
  {
    id: 'create-project',
    title: '新建专业…',
    keys: ['Ctrl+N'],
    run: ({ view }) => {
      view.getState().setOverlay({ kind: 'create' });
    },
  },
  {
    id: 'open-project',
    title: '打开文件…',
    keys: ['Ctrl+O'],
    run: ({ opener }) => void opener.pick(),
  },
  ...sampleList.map(({ id, title }) => ({
    id: `sample-${id}`,
    title: `打开样例“${title}”的副本`,
    run: (studio: Studio) => void openSample(studio, id),
  })),
  {
    id: 'write-now',
    title: '立即写入文件',
    keys: ['Ctrl+S'],
    words: '保存',
    possible: hasProject,
    run: ({ opener }) => void opener.writeNow(),
  },
  {
    id: 'save-as',
    title: '另存为…',
    keys: ['Ctrl+Shift+S', 'F12'],
    possible: hasProject,
    run: ({ opener }) => void opener.saveAs(),
  },
  {
    id: 'export',
    title: '导出文件…',
    keys: ['Ctrl+E'],
    words: 'Word PDF 课程标准 docx',
    possible: hasProject,
    run: ({ pending, view }) => {
      pending.commitAll();
      view.getState().setOverlay({ kind: 'export' });
    },
  },
  {
    id: 'print',
    title: '打印预览的文件…',
    keys: ['Ctrl+P'],
    possible: hasProject,
    run: (studio) => {
      // From the help or the settings as well: it is the paper of the page one comes from.
      backToProject(studio);
      void printPaper(studio);
    },
  },
  {
    id: 'freeze',
    title: '存为讨论稿／送审稿／定稿…',
    words: '存档 版本 基线 送审 定稿 留底',
    possible: canEdit,
    run: ({ pending, view }) => {
      pending.commitAll();
      view.getState().setOverlay({ kind: 'baseline' });
    },
  },
  {
    id: 'kept',
    title: '留底与定稿…',
    words: '存档 版本 送审稿 导出过的文件 取出',
    run: ({ view }) => {
      view.getState().show({ kind: 'kept' });
    },
  },
  {
    id: 'backups',
    title: '备份…',
    words: '恢复 找回',
    run: ({ view }) => {
      view.getState().show({ kind: 'backups' });
    },
  },
  {
    id: 'settings',
    title: '设置…',
    words: '外观 深色 姓名 学校 字体 文件夹 大小',
    run: ({ view }) => {
      view.getState().show({ kind: 'settings' });
    },
  },
  {
    id: 'close-project',
    title: '关闭文件，回到开始',
    keys: ['Ctrl+W'],
    possible: hasProject,
    run: ({ opener }) => void opener.close(),
  },
];
