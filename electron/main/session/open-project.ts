import { basename } from 'node:path';
import { copyCode, newId } from '@shared/core/kernel/id';
import { forkStanding, relate, type Standing } from '@shared/core/changes/lineage';
import { projectOf } from '@shared/core/model/project';
import type { ProjectFile } from '@shared/formats/project-file/project-file';
import type { DraftHead } from '@shared/ipc/contract';
import { instant } from '../clock';
import { codeOf } from '../files/disk';
import { digest } from '../files/digest';
import { Journal } from '../journal/journal';
import { type JournalPeek, type JournalState, loadJournal } from '../journal/journal-state';
import type { Services } from '../services';
import { carriedParts } from './carried-parts';
import { FileWriter, type KnownFile } from './file-writer';
import { type FoundHome, hashesAt, localHomes, readTarget, type Target } from './gather-homes';
import { type HashAt, reconcile } from './reconcile';
import { Session } from './session';

/** What opening a file came to. */
export type Opening =
  | { readonly outcome: 'session'; readonly session: Session; readonly notices: readonly string[] }
  | {
      readonly outcome: 'useDrafts';
      readonly found: Found;
      readonly draft: DraftHead;
      /** 'open' them, or 'keep' them as the second draft beside the file that was taken. */
      readonly purpose: 'open' | 'keep';
    }
  | {
      readonly outcome: 'twoHeads';
      readonly found: Found;
      readonly mine: FoundHome;
      readonly theirs: ProjectFile;
    }
  | { readonly outcome: 'failed'; readonly reason: string; readonly message: string };

/** Everything that was found when a file was opened; kept while the window answers. */
export interface Found {
  readonly path: string;
  readonly target: Target;
  readonly homes: readonly FoundHome[];
  readonly notices: readonly string[];
}

/** What to open: the file at `path`, which may have been read already, and the drafts there are. */
export interface Wanted {
  readonly path: string;
  readonly drafts: readonly DraftHead[];
  readonly target?: Promise<Target> | undefined;
}

/** Opens a file: reconciles it with journals and drafts by ancestry. */
export async function openProject(services: Services, wanted: Wanted): Promise<Opening> {
  const { path, drafts } = wanted;
  const target = await (wanted.target ?? readTarget(services, path));
  const standing = target.found === 'file' ? target.file.standing : null;
  if (target.found === 'trouble' && target.failure.reason === 'too-new') {
    return { outcome: 'failed', ...target.failure };
  }
  const local = await localHomes(services, { path, standing }, drafts);
  if (target.found !== 'file' && local.length === 0) {
    const failure =
      target.found === 'trouble'
        ? target.failure
        : { reason: 'missing', message: '文件不在原处了，可能已被移走、改名或删除。' };
    return { outcome: 'failed', reason: failure.reason, message: failure.message };
  }
  const file: FoundHome[] =
    standing === null ? [] : [{ source: 'file', standing, peek: null, draft: null }];
  const notices = await secure(services, path, target);
  return decide(services, { path, target, homes: [...file, ...local], notices });
}

/** Puts into safety what a later write would replace; the words to tell. */
async function secure(services: Services, path: string, target: Target): Promise<string[]> {
  const name = basename(path);
  if (target.found === 'nothing') {
    return [`“${name}”不在原处了，已用本机保存的内容找回，并重新写出。`];
  }
  if (target.found === 'trouble') {
    if (target.bytes !== null) {
      const title = `${name.replace(/\.gxk$/i, '')}（损坏）`;
      await services.backups.keep('set-aside', { bytes: target.bytes, title });
    }
    return [`“${name}”已损坏，已用本机保存的内容找回；损坏的文件留在备份文件夹里。`];
  }
  const repaired = repairedWords(name, target.file);
  if (target.file.migrated) {
    const { bytes, file } = target;
    await services.backups.keep('before-upgrade', { bytes, title: file.title });
    return [`“${name}”是旧版本写的，已升级；升级前的样子留在备份文件夹里。`, ...repaired];
  }
  return repaired;
}

const mostRepairs = 3;

/** What was put right while the file was read, said once at opening; the file itself is as it was until it is written. */
function repairedWords(name: string, { findings }: ProjectFile): string[] {
  const repairs = findings.filter(({ finding }) => finding.startsWith('repaired'));
  if (repairs.length === 0) return [];
  const shown = repairs.slice(0, mostRepairs).map(({ message }) => message);
  const more = repairs.length > mostRepairs ? `……共 ${String(repairs.length)} 处。` : '';
  return [`“${name}”里有写进 Word 会打不开或不准确的内容：${shown.join('')}${more}`];
}

async function decide(services: Services, found: Found): Promise<Opening> {
  const { homes } = found;
  const decision = reconcile(homes, await hashesIfNeeded(services, homes));
  if (decision === undefined) {
    return { outcome: 'failed', reason: 'damaged', message: '这个项目的内容读不出来。' };
  }
  if (decision.outcome === 'twoHeads') {
    if (found.target.found !== 'file') throw new Error('two heads without a file');
    return { outcome: 'twoHeads', found, mine: decision.mine, theirs: found.target.file };
  }
  const { home } = decision;
  if (home.draft !== null) {
    return { outcome: 'useDrafts', found, draft: home.draft, purpose: 'open' };
  }
  if (home.peek === null) return openFromFile(services, found);
  return openFromJournal(services, found, home.peek);
}

function hashesIfNeeded(services: Services, homes: readonly FoundHome[]): Promise<HashAt> | HashAt {
  const first = homes[0];
  const agree = homes.every(
    ({ standing }) => first !== undefined && relate(first.standing, standing) === 'same',
  );
  return agree ? () => undefined : hashesAt(services, homes);
}

/** Opens the state of the file: on with its journal where this machine wrote the head, else as a new copy. */
export async function openFromFile(services: Services, found: Found): Promise<Opening> {
  const { path, target, notices } = found;
  if (target.found !== 'file') throw new Error('no file to open');
  const { file, sha256 } = target;
  const own = found.homes.find(
    ({ peek }) =>
      peek !== null &&
      peek.meta.copyId === file.standing.head.copyId &&
      (peek.hasTrouble || relate(peek.standing, file.standing) === 'same'),
  )?.peek;
  const mayGoOn = own?.hasTrouble === false && own.hasSnapshot;
  const journal = mayGoOn ? await resume(services, path, own) : null;
  const standing =
    journal === null
      ? forkStanding(file.standing, newId(copyCode, services.random))
      : file.standing;
  const writtenSeq = standing.head.seq;
  const known = { sha256, writtenAt: await writtenAt(services, path), writtenSeq };
  const session = new Session(services, {
    ...(await sessionBase(services, path, known)),
    standing,
    project: projectOf(file.records),
    carried: carriedParts(file, null),
    journal,
  });
  const told = own?.hasTrouble === true ? [...notices, partUnreadable] : notices;
  return { outcome: 'session', session, notices: told };
}

const damaged = '本机的保存记录有一处损坏，已用能读出的最新内容打开。';
const partUnreadable =
  '本机的保存记录有一部分读不出来（磁盘报告了错误），没有动它；已用其余的内容打开，从这里接着写。';

/** Opens the state of a journal, which contains the file's; what cannot be read drops out of the choice. */
export async function openFromJournal(
  services: Services,
  found: Found,
  peek: JournalPeek,
): Promise<Opening> {
  const state = await loadJournal(services.disk, peek);
  if (state?.whole !== true) {
    const others = found.homes.filter((home) => home.peek?.folder !== peek.folder);
    const part = state && readablePart(peek, state);
    const told = state?.hasTrouble === true ? [] : [damaged];
    const notices = [...found.notices, ...told];
    services.log(`journal ${peek.meta.copyId} cannot be read to its end`);
    return decide(services, {
      ...found,
      homes: part === undefined ? others : [...others, part],
      notices,
    });
  }
  if (peek.hasTrouble) {
    const session = await besideJournal(services, found, state);
    return { outcome: 'session', session, notices: [...found.notices, partUnreadable] };
  }
  const session = await sessionOfJournal(services, found, { peek, state });
  return { outcome: 'session', session, notices: found.notices };
}

/** Goes on from a journal of which a part cannot be read, under a copyId of its own: nothing of it is overwritten. */
async function besideJournal(
  services: Services,
  found: Found,
  { standing, project, base }: JournalState,
): Promise<Session> {
  const known = await knownFile(services, found, standing);
  const own = forkStanding(standing, newId(copyCode, services.random));
  return new Session(services, {
    ...(await sessionBase(services, found.path, { ...known, writtenSeq: -1 })),
    standing: own,
    project,
    carried: carriedParts(base, found.target.found === 'file' ? found.target.file : null),
    journal: null,
  });
}

function readablePart(peek: JournalPeek, state: JournalState): FoundHome {
  const { standing } = state;
  const hasTrouble = peek.hasTrouble || state.hasTrouble;
  return { source: 'journal', standing, peek: { ...peek, standing, hasTrouble }, draft: null };
}

/** A session on a journal's state; the file, which may be older or missing, is written soon. */
export async function sessionOfJournal(
  services: Services,
  found: Found,
  { peek, state }: { readonly peek: JournalPeek; readonly state: JournalState },
): Promise<Session> {
  const { path, target } = found;
  const session = new Session(services, {
    ...(await sessionBase(services, path, await knownFile(services, found, state.standing))),
    standing: state.standing,
    project: state.project,
    carried: carriedParts(state.base, target.found === 'file' ? target.file : null),
    journal: await resume(services, path, peek),
  });
  return session;
}

/** What the writer may replace at the path: exactly what was found there. */
export async function knownFile(
  services: Services,
  { path, target }: Found,
  standing: Standing,
): Promise<KnownFile> {
  if (target.found === 'nothing') return { sha256: null, writtenAt: '', writtenSeq: -1 };
  if (target.found === 'trouble') {
    const sha256 = target.bytes === null ? '' : digest(target.bytes);
    return { sha256, writtenAt: '', writtenSeq: -1 };
  }
  const { head } = target.file.standing;
  const writtenSeq = head.copyId === standing.head.copyId ? head.seq : 0;
  return { sha256: target.sha256, writtenAt: await writtenAt(services, path), writtenSeq };
}

async function resume(services: Services, path: string, peek: JournalPeek): Promise<Journal> {
  const { seq, changeHash } = peek.standing.head;
  const journal = await Journal.resume(services, peek.folder, {
    meta: peek.meta,
    head: { seq, changeHash },
  });
  await journal.relocate(path, peek.meta.title);
  return journal;
}

/** What every session needs besides its state. */
export async function sessionBase(services: Services, path: string, known: KnownFile) {
  return {
    id: newId('s', services.random),
    writer: new FileWriter(services, { path, known }, services.place),
    readOnly: known.sha256 !== null && (await isReadOnly(services, path)),
  };
}

async function writtenAt(services: Services, path: string): Promise<string> {
  const found = await services.disk.stat(path);
  return found === null ? '' : instant(found.modified);
}

async function isReadOnly(services: Services, path: string): Promise<boolean> {
  try {
    await services.disk.checkWritable(path);
    return false;
  } catch (error) {
    return ['EACCES', 'EROFS', 'EPERM'].includes(codeOf(error));
  }
}
