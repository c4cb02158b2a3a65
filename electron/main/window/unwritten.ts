import { type BrowserWindow, dialog } from 'electron';
import type { Projects } from '../session/projects';
import type { Session } from '../session/session';

/**
 * Before the window goes: writes the file, and asks when that cannot be done. 'go' = written, or the
 * person is content with what is saved on this machine.
 */
export async function settleUnwritten(
  projects: Projects,
  window: BrowserWindow,
): Promise<'go' | 'stay'> {
  for (;;) {
    const open = projects.current;
    if (open === null || open.readOnly) return 'go';
    if ((await open.writeNow()).state === 'written') return 'go';
    const answer = await ask(open, window);
    if (answer !== 'saveAs') return answer;
    const saved = await projects.saveAs(open.id);
    if (!saved.ok || saved.value?.outcome !== 'ready') return 'stay';
  }
}

async function ask({ writer }: Session, window: BrowserWindow): Promise<'saveAs' | 'go' | 'stay'> {
  const { message, file } = writer.state;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `还没有写入“${file.fileName}”`,
    detail: `${message}\n内容已保存在本机，下次打开时会自动接上。`,
    buttons: ['另存到别处…', '仍然退出', '返回'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return (['saveAs', 'go', 'stay'] as const)[response] ?? 'stay';
}
