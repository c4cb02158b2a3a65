import { copyCode, newId } from '@shared/core/kernel/id';
import { forkStanding } from '@shared/core/changes/lineage';
import { projectOf } from '@shared/core/model/project';
import type { AnyRecord } from '@shared/core/model/record';
import type { StoredEntry } from '@shared/core/changes/entry';
import type { IpcArgs } from '@shared/ipc/contract';
import type { ProjectFile } from '@shared/formats/project-file/project-file';
import { writeProject } from '../files/project-file';
import { type JournalPeek, loadJournal } from '../journal/journal-state';
import { writeMeta } from '../journal/journal';
import type { Services } from '../services';
import { carriedParts, nothingCarried } from './carried-parts';
import { newSession } from './new-session';
import { openFromFile, openFromJournal } from './open-project';
import type { Found, Opening } from './opening';
import { bytesOf, putAside } from './putting-aside';
import type { Session } from './session';
import { knownFile, sessionOfJournal } from './session-of-journal';

type Pending = Extract<Opening, { outcome: 'useDrafts' | 'twoHeads' }>;
type Adoption = IpcArgs<'project:adoptDrafts'>[0];

const gone: Opening = {
  outcome: 'failed',
  reason: 'bad-request',
  message: '这次选择已经过期，请重新打开项目。',
};
const unwritten = { writtenSeq: -1 };
const foundAgain = '上次没有正常结束，已找回最后写下的内容。';

/** Openings that wait for an answer of the window or the teacher, each under an opaque name. */
export class Choices {
  readonly #services: Services;
  readonly #pending = new Map<string, Pending>();

  constructor(services: Services) {
    this.#services = services;
  }

  keep(pending: Pending): string {
    const choice = newId('c', this.#services.random);
    this.#pending.clear();
    this.#pending.set(choice, pending);
    return choice;
  }

  #take(choice: string): Pending | undefined {
    const pending = this.#pending.get(choice);
    this.#pending.delete(choice);
    return pending;
  }

  /** Takes the state the drafts hold, which is ahead of file and journal. */
  async adoptDrafts(answer: Adoption, records: readonly AnyRecord[]): Promise<Opening> {
    const pending = this.#take(answer.choice);
    if (pending?.outcome !== 'useDrafts') return gone;
    const { head } = pending.draft.standing;
    const given = answer.standing.head;
    if (given.copyId !== head.copyId || given.changeHash !== head.changeHash) return gone;
    if (pending.purpose === 'keep') return this.#keepDrafts(pending.found, answer, records);
    const onJournal = await this.#continued(pending.found, answer);
    const session = onJournal ?? (await this.#rebuilt(pending.found, answer, records));
    return { outcome: 'session', session, notices: [...pending.found.notices, foundAgain] };
  }

  /** The journal of that copy goes on with the entries it lacks; undefined when they do not connect. */
  async #continued(found: Found, { standing, entries }: Adoption): Promise<Session | undefined> {
    const own = found.homes.find(({ peek }) => peek?.meta.copyId === standing.head.copyId);
    const peek = own?.peek ?? null;
    if (peek === null || peek.hasTrouble || !this.#services.profile.owns(peek.meta))
      return undefined;
    const state = await loadJournal(this.#services.disk, peek);
    if (state?.whole !== true) return undefined;
    const session = await sessionOfJournal(this.#services, found, { peek, state });
    const missing = entries.filter(({ seq }) => seq > state.standing.head.seq);
    if (missing.length > 0) {
      const appended = await session.append(missing);
      if (appended.ok && appended.value.changeHash === standing.head.changeHash) return session;
    }
    await session.end();
    return undefined;
  }

  async #rebuilt(
    found: Found,
    { standing, entries }: Adoption,
    records: readonly AnyRecord[],
  ): Promise<Session> {
    const { path, target } = found;
    const { profile, random } = this.#services;
    const left = await this.#leftBehind(found, { standing, entries });
    // The name of a copy that another profile may use as well is not used any more.
    const isMine = left === undefined || profile.owns(left.meta);
    return newSession(this.#services, {
      path,
      known: {
        ...(await knownFile(this.#services, found, standing)),
        ...(isMine ? {} : unwritten),
      },
      standing: isMine ? standing : forkStanding(standing, newId(copyCode, random)),
      project: projectOf(records),
      carried: target.found === 'file' ? carriedParts(target.file, null) : nothingCarried,
      earlier: isMine ? connectedTo(standing, entries) : [],
    });
  }

  /** The journal that a new one for the drafts takes the place of; what only it holds is put aside. */
  async #leftBehind(
    { homes }: Found,
    { standing, entries }: Pick<Adoption, 'standing' | 'entries'>,
  ): Promise<JournalPeek | undefined> {
    const { head } = standing;
    const peek = homes.find((home) => home.peek?.meta.copyId === head.copyId)?.peek ?? undefined;
    const { seq, changeHash } = peek?.standing.head ?? head;
    const isIn =
      changeHash === head.changeHash ||
      entries.some((entry) => entry.seq === seq && entry.changeHash === changeHash);
    if (peek !== undefined && !isIn) await putAside(this.#services, peek, 'replaced');
    return peek;
  }

  /** Two different states of one project: opens the one the teacher took, the other is kept as a backup. */
  async settleHeads(choice: string, take: 'mine' | 'theirs'): Promise<Opening> {
    const pending = this.#take(choice);
    if (pending?.outcome !== 'twoHeads') return gone;
    return take === 'theirs' ? this.#takeTheirs(pending) : this.#takeMine(pending);
  }

  async #takeTheirs({
    found,
    mine,
    theirs,
  }: Extract<Pending, { outcome: 'twoHeads' }>): Promise<Opening> {
    const { disk, backups } = this.#services;
    if (mine.peek !== null) {
      const state = await loadJournal(disk, mine.peek);
      if (state === undefined) throw new Error('journal cannot be read');
      await backups.keep('set-aside', { bytes: bytesOf(state), title: theirs.title });
      await writeMeta(this.#services, mine.peek.folder, { ...mine.peek.meta, filePath: '' });
    }
    const homes = found.homes.filter((home) => home !== mine);
    const left = { ...found, homes };
    if (mine.draft === null) return openFromFile(this.#services, left);
    // Only the window can read its drafts: it is asked for them, and then the file opens.
    return { outcome: 'useDrafts', found: left, draft: mine.draft, purpose: 'keep' };
  }

  /** Keeps drafts as a backup and as a journal that claims no file, so that nobody is asked about them again. */
  async #keepDrafts(
    found: Found,
    { standing, entries }: Adoption,
    records: readonly AnyRecord[],
  ): Promise<Opening> {
    const { target } = found;
    const title = target.found === 'file' ? target.file.title : '';
    const carried = target.found === 'file' ? carriedParts(target.file, null) : nothingCarried;
    const bytes = writeProject({ ...carried, standing, records });
    if (!bytes.ok) return { outcome: 'failed', ...bytes.failure };
    await this.#services.backups.keep('set-aside', { bytes: bytes.value, title });
    const session = await newSession(this.#services, {
      path: '',
      known: { sha256: null, writtenAt: '', writtenSeq: -1 },
      standing,
      project: projectOf(records),
      carried,
      earlier: connectedTo(standing, entries),
    });
    await session.end();
    return openFromFile(this.#services, found);
  }

  async #takeMine({
    found,
    mine,
    theirs,
  }: Extract<Pending, { outcome: 'twoHeads' }>): Promise<Opening> {
    if (found.target.found === 'file') {
      const { bytes } = found.target;
      await this.#services.backups.keep('set-aside', { bytes, title: theirs.title });
    }
    if (mine.draft !== null) {
      return { outcome: 'useDrafts', found, draft: mine.draft, purpose: 'open' };
    }
    if (mine.peek === null) return gone;
    const homes = found.homes.filter(({ source }) => source !== 'file');
    return openFromJournal(this.#services, { ...found, homes }, mine.peek);
  }

  /** A copy of a file at another path, under a copyId of its own. */
  copyOf(file: ProjectFile, path: string): Promise<Session> {
    return newSession(this.#services, {
      path,
      known: { sha256: null, writtenAt: '', writtenSeq: -1 },
      standing: forkStanding(file.standing, newId(copyCode, this.#services.random)),
      project: projectOf(file.records),
      carried: carriedParts(file, null),
      earlier: [],
    });
  }
}

/** The entries that lead to a state without a gap. */
function connectedTo(
  { head }: Adoption['standing'],
  entries: readonly StoredEntry[],
): readonly StoredEntry[] {
  return entries.at(-1)?.changeHash === head.changeHash ? chained(entries) : [];
}

/** The longest run of entries at the end that follow each other. */
function chained(entries: readonly StoredEntry[]): readonly StoredEntry[] {
  let start = Math.max(entries.length - 1, 0);
  while (start > 0 && entries[start]?.prevHash === entries[start - 1]?.changeHash) start -= 1;
  return entries.slice(start);
}
