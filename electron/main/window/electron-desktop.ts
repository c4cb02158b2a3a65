import { app, type BrowserWindow, dialog, shell } from 'electron';
import { join } from 'node:path';
import { projectExtension } from '@shared/platform/platform';
import type { Desktop, Dialogs } from '../services';

const filters = [{ name: '工学课坊项目', extensions: [projectExtension] }];
/** The Electron of the tests; see the release policy in SECURITY.md. */
const testRuntimeMajor = '33';

/** The native dialogs, in front of the window. */
export function electronDialogs(window: () => BrowserWindow, start: () => string): Dialogs {
  return {
    pickProject: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: '打开项目',
        defaultPath: start(),
        filters,
        properties: ['openFile'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    pickFolder: async (title) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title,
        defaultPath: start(),
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    pickSaveAs: async (suggestion) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: '另存为',
        defaultPath: suggestion,
        filters,
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

export function electronDesktop(window: () => BrowserWindow): Desktop {
  return {
    version: app.getVersion(),
    platform: process.platform,
    testRuntime: process.versions.electron.split('.')[0] === testRuntimeMajor,
    scale: (percent) => {
      window().webContents.setZoomFactor(percent / 100);
    },
    edit: (what) => {
      window().webContents[what]();
    },
    // The folder only: nothing of an imported or exported file is ever opened by us.
    reveal: async (folder) => {
      await shell.openPath(folder);
    },
  };
}

/** 文档 of this user; where the system names none, a folder of that name in the home folder. */
export function documentsFolder(): string {
  const home = app.getPath('home');
  const named = app.getPath('documents');
  return named === home ? join(home, 'Documents') : named;
}
