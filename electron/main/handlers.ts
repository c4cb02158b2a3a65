import { basename } from 'node:path';
import { fail, ok } from '@shared/core/kernel/result';
import { storedForm } from '@shared/core/model/record';
import type { BackupInfo, IpcArgs, IpcChannel, IpcFailure, IpcReply } from '@shared/ipc/contract';
import { projectExtension } from '@shared/platform/platform';
import type { Backup } from './backups/backups';
import { clipboardHandlers } from './clipboard/clipboard-handlers';
import { baselineHandlers } from './exports/baseline-handlers';
import { exportHandlers } from './exports/export-handlers';
import { Exports } from './exports/exports';
import { readFailure } from './files/io-failure';
import { orWriteFailure } from './files/or-failure';
import { startHandlers } from './places/start-handlers';
import type { Services } from './services';
import { historyHandlers } from './session/history-handlers';
import { Projects } from './session/projects';

export type Handlers = {
  readonly [Channel in IpcChannel]: (
    ...args: IpcArgs<Channel>
  ) => Promise<IpcReply<Channel>> | IpcReply<Channel>;
};

/** What the frame around the window needs besides the channels. */
export interface Shell {
  readonly handlers: Handlers;
  readonly projects: Projects;
  /** How large the window is drawn, in percent. */
  readonly scale: () => number;
  /** Mints a handle for a path that a person pointed at (double click, second start, drop); null when it is no project file. */
  readonly admit: (path: string) => Promise<string | null>;
}

export interface FrameHooks {
  /** The file the app was started with. */
  readonly takeOpenAtStart: () => string | null;
  readonly readyToClose: () => void;
}

const notPermitted: IpcFailure = { reason: 'not-permitted', message: '不能这样打开，请重新选择。' };

/** Answers every channel of the contract. Knows no Electron; what needs it comes in with `services`. */
export function makeShell(services: Services, hooks: FrameHooks): Shell {
  const projects = new Projects(services);
  const exports = new Exports(services);
  const admit = (path: string) => admitProject(services, path);
  return {
    projects,
    scale: () => services.settings.current.scale,
    admit,
    handlers: {
      ...appHandlers(services, hooks),
      ...startHandlers(services, projects),
      ...settingsHandlers(services),
      ...projectHandlers(services, projects, admit),
      ...historyHandlers(services, projects),
      ...clipboardHandlers(services),
      ...backupHandlers(services, projects),
      ...exportHandlers(services, projects, exports),
      ...baselineHandlers(services, projects, exports),
    },
  };
}

async function admitProject(services: Services, path: string): Promise<string | null> {
  if (!path.toLowerCase().endsWith(`.${projectExtension}`)) return null;
  try {
    const real = await services.disk.realPath(path);
    if ((await services.disk.stat(real))?.type !== 'file') return null;
    return services.handles.mint('project', real);
  } catch {
    return null;
  }
}

function appHandlers(services: Services, hooks: FrameHooks) {
  const { settings, desktop } = services;
  return {
    'app:info': () => {
      services.notices.pageCameUp();
      return ok({
        version: desktop.version,
        platform: desktop.platform,
        testRuntime: desktop.testRuntime,
        settings: settings.current,
        openAtStart: hooks.takeOpenAtStart(),
      });
    },
    'print:sheet': async (sheet) => ok(await services.printing.toPaper(sheet)),
    'edit:text': (what) => {
      desktop.edit(what);
      return ok(null);
    },
    'app:readyToClose': () => {
      hooks.readyToClose();
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}

function settingsHandlers({ settings, desktop, dialogs }: Services) {
  return {
    'settings:set': (part) =>
      orWriteFailure(async () => {
        const changed = await settings.change(withoutUndefined(part));
        if (part.scale !== undefined) desktop.scale(part.scale);
        return changed;
      }),
    'settings:pickFolder': async (which) => {
      const words = which === 'projects' ? '项目放在哪个文件夹' : '备份放在哪个文件夹';
      const folder = await dialogs.pickFolder(words);
      if (folder === null) return ok(null);
      const part = which === 'projects' ? { projectsFolder: folder } : { backupsFolder: folder };
      return orWriteFailure(() => settings.change(part));
    },
  } satisfies Partial<Handlers>;
}

function projectHandlers(services: Services, projects: Projects, admit: Shell['admit']) {
  return {
    'project:create': (given) => projects.create(given),
    'project:pick': async () => {
      const path = await services.dialogs.pickProject();
      if (path === null) return ok(null);
      const handle = await admit(path);
      return handle === null ? fail(notPermitted) : ok(handle);
    },
    'project:dropped': async (path) => ok(await admit(path)),
    'project:look': ({ handle, drafts }) => projects.look(handle, drafts),
    'project:open': ({ handle, drafts }) => projects.open(handle, drafts),
    'project:adoptDrafts': (answer) => projects.adoptDrafts(answer),
    'project:settleHeads': ({ choice, take }) => projects.settleHeads(choice, take),
    'project:append': ({ session, entries }) => projects.append(session, entries),
    'project:writeNow': ({ session }) => projects.writeNow(session),
    'project:saveAs': ({ session }) => projects.saveAs(session),
    'project:settleOutside': ({ session, take }) => projects.settleOutside(session, take),
    'project:close': ({ session }) => projects.close(session),
  } satisfies Partial<Handlers>;
}

function backupHandlers(services: Services, projects: Projects) {
  const { handles, backups, disk, readProject } = services;
  const read = async (handle: string) => {
    const path = handles.resolve('backup', handle);
    if (path === undefined) return fail(notPermitted);
    try {
      const file = await readProject(await disk.readFile(path));
      if (file.ok) return file;
      return fail<IpcFailure>({ reason: 'cannot-read', message: file.failure.message });
    } catch (error) {
      return fail(readFailure(error));
    }
  };
  return {
    'backups:list': async () => {
      const all = await backups.list();
      return ok(all.map((backup) => backupInfo(backup, handles)));
    },
    'backups:look': async ({ handle }) => {
      const file = await read(handle);
      if (!file.ok) return file;
      const { title, counts, records } = file.value;
      return ok({
        title,
        counts: { ...counts },
        records: records.map((record) => ({ ...storedForm(record) })),
      });
    },
    'backups:restore': async ({ handle }) => {
      const file = await read(handle);
      if (!file.ok) return file;
      return projects.restore({ file: file.value, stem: `${file.value.title}（备份恢复）` });
    },
  } satisfies Partial<Handlers>;
}

function backupInfo({ path, standing, ...rest }: Backup, handles: Services['handles']): BackupInfo {
  return {
    ...rest,
    counts: { ...rest.counts },
    handle: handles.mint('backup', path),
    projectId: standing.projectId,
    fileName: basename(path),
  };
}

/** Members that were not given stay as they are. */
function withoutUndefined<Part extends object>(part: Part) {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Part]?: Exclude<Part[Key], undefined>;
  };
}
