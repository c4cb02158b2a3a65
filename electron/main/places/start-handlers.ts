import { fail, ok } from '@shared/core/kernel/result';
import type { IpcArgs, IpcFailure, IpcReply } from '@shared/ipc/contract';
import { readFailure } from '../files/io-failure';
import { orWriteFailure } from '../files/or-failure';
import { type JournalPeek, peekJournal } from '../journal/journal-state';
import type { Services } from '../services';
import type { Projects } from '../session/projects';
import { AsideList } from './aside-list';
import { ProjectList } from './project-list';

const notPermitted: IpcFailure = { reason: 'not-permitted', message: '不能这样打开，请重新选择。' };
const notKept: IpcFailure = {
  reason: 'cannot-write',
  message: '没有从列表里去掉：这份内容还没能收进备份文件夹。请看看备份文件夹能不能写。',
};

/** Answers what the start screen asks: the lists, and what was put aside. */
export function startHandlers(services: Services, projects: Projects) {
  const list = new ProjectList(services);
  const aside = new AsideList(services);
  return {
    'start:list': async () => {
      const [recent, documents] = [await list.recent(), await list.documents()];
      const open = projects.current?.standing.head.copyId ?? null;
      return ok({ recent, documents, aside: await aside.list(await list.shown(), open) });
    },
    'recent:forget': ({ handle }: IpcArgs<'recent:forget'>[0]) => forgetRecent(services, handle),
    'aside:open': ({ handle }: IpcArgs<'aside:open'>[0]) => openAside(services, projects, handle),
    'aside:forget': async ({ handle }: IpcArgs<'aside:forget'>[0]) => {
      const path = services.handles.resolve('backup', handle);
      if (path !== undefined) {
        return orWriteFailure(async () => {
          await aside.forgetCopy(path);
          return null;
        });
      }
      const peek = await journalOf(services, handle);
      if (peek === undefined) return fail(notPermitted);
      return (await aside.forgetJournal(peek)) ? ok(null) : fail(notKept);
    },
  };
}

async function forgetRecent(services: Services, handle: string) {
  const path = services.handles.resolve('project', handle);
  if (path === undefined) return fail(notPermitted);
  return orWriteFailure(async () => {
    await services.recent.forget(path);
    return null;
  });
}

async function journalOf(services: Services, handle: string): Promise<JournalPeek | undefined> {
  const folder = services.handles.resolve('journal', handle);
  return folder === undefined ? undefined : peekJournal(services.disk, folder);
}

/** A copy opens as a restored backup does, beside the projects; edits without a file go on in one. */
async function openAside(
  services: Services,
  projects: Projects,
  handle: string,
): Promise<IpcReply<'aside:open'>> {
  try {
    const path = services.handles.resolve('backup', handle);
    if (path !== undefined) {
      const file = await services.readProject(await services.disk.readFile(path));
      if (!file.ok) return fail({ reason: 'cannot-read', message: file.failure.message });
      return await projects.restore({ file: file.value, stem: file.value.title });
    }
    const folder = services.handles.resolve('journal', handle);
    return folder === undefined ? fail(notPermitted) : await projects.goOn(folder);
  } catch (error) {
    return fail(readFailure(error));
  }
}
