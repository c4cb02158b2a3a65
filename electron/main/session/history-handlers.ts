import { fail, ok } from '@shared/core/kernel/result';
import type { HistoryLine, IpcArgs, IpcFailure, IpcReply } from '@shared/ipc/contract';
import { readFailure } from '../files/io-failure';
import type { Services } from '../services';
import { historyPage, type HistoryPage, onTheWire, type PlacedEntry } from './history-page';
import type { Projects } from './projects';

type Wanted = IpcArgs<'history:labels'>[0];
type Page = Promise<{ readonly ok: true; readonly value: HistoryPage } | Failed>;
interface Failed {
  readonly ok: false;
  readonly failure: IpcFailure;
}

const noSession: IpcFailure = { reason: 'no-session', message: '这个项目已经关闭。' };
const noPlace: IpcFailure = { reason: 'bad-request', message: '历史里没有这一步。' };

/** Reads the history of the open project out of its journals, page by page. */
export function historyHandlers(services: Services, projects: Projects) {
  const read = async ({ session, ...wanted }: Wanted): Page => {
    const { current } = projects;
    if (current?.id !== session) return fail(noSession);
    try {
      const page = await historyPage(services, current.standing, wanted);
      return page === undefined ? fail(noPlace) : ok(page);
    } catch (error) {
      return fail(readFailure(error));
    }
  };
  return {
    'history:labels': async (wanted: Wanted): Promise<IpcReply<'history:labels'>> => {
      const page = await read(wanted);
      if (!page.ok) return page;
      const { entries, earlier } = page.value;
      return ok({ lines: entries.map(lineOf), earlier });
    },
    'history:entries': async (wanted: Wanted): Promise<IpcReply<'history:entries'>> => {
      const page = await read(wanted);
      if (!page.ok) return page;
      const { entries, earlier } = page.value;
      return ok({ entries: entries.map(({ entry }) => onTheWire(entry)), earlier });
    },
  };
}

function lineOf({ copyId, entry }: PlacedEntry): HistoryLine {
  const { seq, changeHash, action, of, command, label, group, at, author } = entry;
  return { copyId, seq, changeHash, action, of, command, label, group, at, author };
}
