import { fail, ok } from '@shared/core/kernel/result';
import type { IpcArgs, IpcFailure, IpcReply } from '@shared/ipc/contract';
import { readFailure } from '../files/io-failure';
import type { Services } from '../services';
import { historyPage, onTheWire } from './history-page';
import type { Projects } from './projects';

const noSession: IpcFailure = { reason: 'no-session', message: '这个项目已经关闭。' };
const noPlace: IpcFailure = { reason: 'bad-request', message: '历史里没有这一步。' };

/** Reads the history of the open project out of its journals, page by page. */
export function historyHandlers(services: Services, projects: Projects) {
  return {
    'history:entries': async ({
      session,
      ...wanted
    }: IpcArgs<'history:entries'>[0]): Promise<IpcReply<'history:entries'>> => {
      const { current } = projects;
      if (current?.id !== session) return fail(noSession);
      try {
        const page = await historyPage(services, current.standing, wanted);
        if (page === undefined) return fail(noPlace);
        const { entries, earlier } = page;
        return ok({ entries: entries.map(({ entry }) => onTheWire(entry)), earlier });
      } catch (error) {
        return fail(readFailure(error));
      }
    },
  };
}
