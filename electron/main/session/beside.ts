import { dirname, join } from 'node:path';
import { copyCode, newId } from '@shared/core/kernel/id';
import { forkStanding } from '@shared/core/changes/lineage';
import { projectExtension } from '@shared/platform/platform';
import { freePath, safeStem } from '../files/safe-name';
import { writeMeta } from '../journal/journal';
import { type JournalPeek, type JournalState, loadJournal } from '../journal/journal-state';
import type { Services } from '../services';
import { carriedParts } from './carried-parts';
import { journalHome } from './gather-homes';
import { newSession } from './new-session';
import type { Opening } from './opening';
import { sessionOfJournal } from './session-of-journal';

/** Where a journal goes on, and what is told about it. */
interface Beside {
  readonly path: string;
  readonly notices: readonly string[];
}

const unreadable =
  '本机保存的这一份读不出来（磁盘报告了错误），没有动它。请重新启动电脑后再试一次。';

/** Goes on with a journal in a project file of its own, where nothing lies yet. */
export async function goOnBeside(
  services: Services,
  peek: JournalPeek,
  { path, notices }: Beside,
): Promise<Opening> {
  const state = await loadJournal(services.disk, peek);
  if (state === undefined) return { outcome: 'failed', reason: 'damaged', message: unreadable };
  const isWhole = state.whole && !peek.hasTrouble;
  if (isWhole && services.profile.owns(peek.meta)) {
    const home = journalHome(services, peek);
    const found = { path, target: { found: 'nothing' as const }, homes: [home], notices };
    const session = await sessionOfJournal(services, found, { peek, state });
    return { outcome: 'session', session, notices };
  }
  const session = await forked(services, state, path);
  // Only when nothing is left in it that the copy does not have.
  if (isWhole) await writeMeta(services, peek.folder, { ...peek.meta, filePath: '' });
  return { outcome: 'session', session, notices };
}

function forked(services: Services, { standing, project, base }: JournalState, path: string) {
  return newSession(services, {
    path,
    known: { sha256: null, writtenAt: '', writtenSeq: -1 },
    standing: forkStanding(standing, newId(copyCode, services.random)),
    project,
    carried: carriedParts(base, null),
    earlier: [],
  });
}

/** A free path beside `path`, under a name that says whose it is. */
export function pathBeside({ disk }: Services, path: string, title: string): Promise<string> {
  const stem = `${safeStem(title)}（我的）`;
  return freePath(disk, dirname(path), { stem, extension: projectExtension });
}

/** Where something without a file goes: its old place if that is free, else among the projects. */
export async function placeFor(
  { disk, settings }: Services,
  { meta }: JournalPeek,
): Promise<string> {
  const { filePath, title } = meta;
  const isPath = filePath.length > 1;
  if (isPath && (await disk.stat(filePath)) === null) {
    if ((await disk.stat(dirname(filePath)))?.type === 'folder') return filePath;
  }
  const folder = settings.current.projectsFolder;
  const first = join(folder, `${safeStem(title)}.${projectExtension}`);
  if ((await disk.stat(first)) === null) return first;
  return freePath(disk, folder, {
    stem: `${safeStem(title)}（找回）`,
    extension: projectExtension,
  });
}
