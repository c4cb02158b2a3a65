import { basename } from 'node:path';
import { copyCode, newId } from '@shared/core/kernel/id';
import { containment, forkStanding, type HashAt, relate } from '@shared/core/changes/lineage';
import { projectOf } from '@shared/core/model/project';
import { type JournalPeek, type JournalState, loadJournal } from '../journal/journal-state';
import type { Services } from '../services';
import { keepAnother, seqOfFile } from './another-content';
import { goOnBeside, pathBeside } from './beside';
import { carriedParts } from './carried-parts';
import {
  type Claimed,
  type FoundHome,
  hashesAt,
  journalHome,
  localHomes,
  readTarget,
  type Target,
} from './gather-homes';
import type { Found, Opening, Wanted } from './opening';
import { isHeldByAnother, keepReplaced, makeRoom } from './putting-aside';
import { reconcile } from './reconcile';
import { secureTarget } from './secure-target';
import { Session } from './session';
import { knownFile, resume, sessionBase, sessionOfJournal, writtenAt } from './session-of-journal';

/** Opens a file: reconciles it with journals and drafts by ancestry. */
export async function openProject(services: Services, wanted: Wanted): Promise<Opening> {
  const { path, drafts } = wanted;
  const target = await (wanted.target ?? readTarget(services, path));
  const standing = target.found === 'file' ? target.file.standing : null;
  const peeks = await services.journals.peekAll();
  if (target.found === 'trouble' && target.failure.reason === 'too-new') {
    return besideNewer(services, { path, failure: target.failure }, peeks);
  }
  const local = await localHomes(services, { path, standing }, { peeks, drafts });
  const hopeless = hopelessness(path, target, local);
  if (hopeless !== null) return { outcome: 'failed', ...hopeless };
  const file: FoundHome[] =
    standing === null ? [] : [{ source: 'file', standing, yields: true, peek: null, draft: null }];
  const room = await makeRoom(services, await claimed(services, { path, standing }, local), peeks);
  const notices = [...room, ...(await secureTarget(services, path, target))];
  return decide(services, { path, target, homes: [...file, ...local], notices });
}

interface Hopeless {
  readonly reason: string;
  readonly message: string;
}

/** Why a file cannot be opened, in words that name it; null when it can, were it from journal or drafts. */
export async function whyNot(
  services: Services,
  { path, target, drafts }: Pick<Wanted, 'path' | 'drafts'> & { readonly target: Target },
): Promise<Hopeless | null> {
  if (target.found === 'file') return null;
  const peeks = await services.journals.peekAll();
  return hopelessness(
    path,
    target,
    await localHomes(services, { path, standing: null }, { peeks, drafts }),
  );
}

function hopelessness(path: string, target: Target, local: readonly FoundHome[]): Hopeless | null {
  if (target.found === 'file' || local.length > 0) return null;
  if (target.found === 'trouble') {
    const { reason, message } = target.failure;
    return { reason, message: `“${basename(path)}”：${message}` };
  }
  const message = `“${basename(path)}”不在原处了，可能已被移走、改名或删除。`;
  return { reason: 'missing', message };
}

/** Where no file tells it, the place belongs to the project that was opened there last. */
async function claimed(
  { recent }: Services,
  { path, standing }: Claimed,
  local: readonly FoundHome[],
): Promise<Claimed> {
  if (standing !== null) return { path, standing };
  const last = (await recent.read()).find((project) => project.path === path);
  const own = local.find((home) => home.standing.projectId === last?.projectId) ?? local[0];
  return { path, standing: own?.standing ?? null };
}

/**
 * A newer version wrote the file: it is left alone. What this machine saved and no file has goes on
 * beside it, as was promised when the program was left; without that there is nothing to open.
 */
async function besideNewer(
  services: Services,
  {
    path,
    failure,
  }: { readonly path: string; readonly failure: { reason: string; message: string } },
  peeks: readonly JournalPeek[],
): Promise<Opening> {
  const mine = peeks.filter(
    (peek) => peek.meta.filePath === path && peek.hasSnapshot && !isHeldByAnother(peek, peeks),
  );
  const decision = reconcile(
    mine.filter((peek) => !isWritten(peek)).map((peek) => journalHome(services, peek)),
    () => undefined,
  );
  const peek = decision?.outcome === 'take' ? decision.home.peek : null;
  if (peek === null) {
    const more =
      mine.length === 0 ? '' : '您以前保存在本机的内容在开始页的“收起来的”里，可以打开。';
    return { outcome: 'failed', reason: failure.reason, message: `${failure.message}${more}` };
  }
  const own = await pathBeside(services, path, peek.meta.title);
  const notice = `“${basename(path)}”是新版本写的，这里打不开，没有动它；您保存的内容接着写在“${basename(own)}”里。`;
  return goOnBeside(services, peek, { path: own, notices: [notice] });
}

/** True when a file held everything the last time it was closed. */
export function isWritten({ meta, standing }: JournalPeek): boolean {
  const { seq, changeHash } = standing.head;
  return meta.written?.seq === seq && meta.written.changeHash === changeHash;
}

async function decide(services: Services, found: Found): Promise<Opening> {
  const { homes, target } = found;
  const hashAt = await hashesIfNeeded(services, homes);
  const decision = reconcile(homes, hashAt);
  if (decision === undefined) {
    return { outcome: 'failed', reason: 'damaged', message: '这个项目的内容读不出来。' };
  }
  if (decision.outcome === 'twoHeads') {
    if (target.found !== 'file') throw new Error('two heads without a file');
    return { outcome: 'twoHeads', found, mine: decision.mine, theirs: target.file };
  }
  const { home } = decision;
  if (home.source === 'file') {
    await keepReplaced(services, homes);
    return openFromFile(services, found);
  }
  await keepUnproven(services, found, { home, hashAt });
  if (home.draft !== null) {
    return { outcome: 'useDrafts', found, draft: home.draft, purpose: 'open' };
  }
  if (home.peek === null) return openFromFile(services, found);
  return openFromJournal(services, found, home.peek);
}

/** A file that only by its numbers is older than what replaces it stays as a copy. */
async function keepUnproven(
  { backups }: Services,
  { target }: Found,
  { home, hashAt }: { readonly home: FoundHome; readonly hashAt: HashAt },
): Promise<void> {
  if (target.found !== 'file') return;
  const { bytes, file } = target;
  if (containment(home.standing, file.standing.head, hashAt) === 'proven') return;
  await backups.keep('set-aside', { bytes, title: file.title });
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
  const mayGoOn = own?.hasTrouble === false && own.hasSnapshot && services.profile.owns(own.meta);
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
  const state = await loadJournal(services.disk, peek, seqOfFile(found, peek));
  if (state?.whole !== true) {
    const others = found.homes.filter((home) => home.peek?.folder !== peek.folder);
    const part = state && readablePart(services, peek, state);
    const told = state?.hasTrouble === true ? [] : [damaged];
    const notices = [...found.notices, ...told];
    services.log(`journal ${peek.meta.copyId} cannot be read to its end`);
    return decide(services, {
      ...found,
      homes: part === undefined ? others : [...others, part],
      notices,
    });
  }
  const notices = [...found.notices, ...(await keepAnother(services, found, state))];
  if (peek.hasTrouble) {
    const session = await besideJournal(services, found, state);
    return { outcome: 'session', session, notices: [...notices, partUnreadable] };
  }
  const isMine = services.profile.owns(peek.meta) && !isClaimedByFile(found, peek);
  const session = isMine
    ? await sessionOfJournal(services, found, { peek, state })
    : await besideJournal(services, found, state);
  return { outcome: 'session', session, notices };
}

/** True when the file goes another way under the name of this copy: nobody may go on under it. */
function isClaimedByFile({ target }: Found, { meta, standing }: JournalPeek): boolean {
  if (target.found !== 'file') return false;
  const { head, lineage } = target.file.standing;
  const { copyId } = meta;
  if (head.copyId === copyId) return head.seq > standing.head.seq;
  return Object.hasOwn(lineage, copyId) && (lineage[copyId]?.seq ?? 0) > standing.head.seq;
}

/**
 * Goes on from a journal to which nothing may be appended, under a copyId of its own: one of which a part
 * cannot be read, of another life of the profile, or whose name another machine uses.
 */
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

function readablePart(services: Services, peek: JournalPeek, state: JournalState): FoundHome {
  const hasTrouble = peek.hasTrouble || state.hasTrouble;
  return journalHome(services, { ...peek, standing: state.standing, hasTrouble });
}
