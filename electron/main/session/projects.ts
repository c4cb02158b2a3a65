import { fail, ok } from '@shared/core/kernel/result';
import { projectOf } from '@shared/core/model/project';
import type { AnyRecord } from '@shared/core/model/record';
import { parseRecord } from '@shared/core/model/record';
import type { DraftHead, IpcArgs, IpcReply, OpenReply } from '@shared/ipc/contract';
import { projectExtension } from '@shared/platform/platform';
import { instant } from '../clock';
import { writeFailure } from '../files/io-failure';
import { freePath, safeStem } from '../files/safe-name';
import { trace } from '../files/log';
import { peekJournal } from '../journal/journal-state';
import { Queue } from '../queue';
import type { Services } from '../services';
import { goOnBeside, placeFor } from './beside';
import { nothingCarried } from './carried-parts';
import { Choices } from './choices';
import { firstStanding, newSession } from './new-session';
import { readTarget, type Target } from './gather-homes';
import { openProject, whyNot } from './open-project';
import type { Opening } from './opening';
import { copyTo, keepWhatLies, moveBeside, setAside } from './placing';
import {
  badRecords,
  failedReply,
  noSession,
  notOurs,
  readyReply,
  twoHeadsReply,
  unknownHandle,
  unreadableJournal,
} from './replies';
import type { Session } from './session';

/** The open project and all that can happen to it. One at a time: opening another closes the first. */
export class Projects {
  readonly #services: Services;
  readonly #queue = new Queue();
  readonly #choices: Choices;
  #current: Session | null = null;
  #expected: { readonly path: string; readonly target: Promise<Target> } | null = null;

  constructor(services: Services) {
    this.#services = services;
    this.#choices = new Choices(services);
  }

  get current(): Session | null {
    return this.#current;
  }

  create({ title, records }: IpcArgs<'project:create'>[0]): Promise<IpcReply<'project:create'>> {
    return this.#opening(async () => {
      const parsed = parsedRecords(records);
      if (parsed === undefined) return badRecords;
      const { disk, settings, random } = this.#services;
      const folder = settings.current.projectsFolder;
      const stem = safeStem(title);
      const path = await freePath(disk, folder, { stem, extension: projectExtension });
      const session = await newSession(this.#services, {
        path,
        known: { sha256: null, writtenAt: '', writtenSeq: -1 },
        standing: firstStanding(random),
        project: projectOf(parsed),
        carried: nothingCarried,
        earlier: [],
      });
      return this.#begin(session, []);
    });
  }

  /** Whether a file can be opened at all; what was read serves the opening that follows. */
  async look(handle: string, drafts: readonly DraftHead[]): Promise<IpcReply<'project:look'>> {
    const path = this.#services.handles.resolve('project', handle);
    if (path === undefined) return fail(notOurs);
    const target = readTarget(this.#services, path);
    this.#expected = { path, target };
    const hopeless = await whyNot(this.#services, { path, target: await target, drafts });
    if (hopeless === null) return ok(null);
    return fail({ reason: 'cannot-read', message: hopeless.message });
  }

  open(handle: string, drafts: readonly DraftHead[]): Promise<IpcReply<'project:open'>> {
    const path = this.#services.handles.resolve('project', handle);
    if (path === undefined) return Promise.resolve(ok(unknownHandle));
    const target = this.#expected?.path === path ? this.#expected.target : undefined;
    this.#expected = null;
    return this.#opening(async () =>
      this.#answer(await openProject(this.#services, { path, drafts, target })),
    );
  }

  /** Reads a file that is about to be opened; what was read serves the next opening, if it is of this file. */
  expect(handle: string): void {
    const path = this.#services.handles.resolve('project', handle);
    if (path !== undefined) this.#expected = { path, target: readTarget(this.#services, path) };
  }

  adoptDrafts(answer: IpcArgs<'project:adoptDrafts'>[0]): Promise<IpcReply<'project:adoptDrafts'>> {
    return this.#opening(async () => {
      const records = parsedRecords(answer.records);
      if (records === undefined) return badRecords;
      const opening = await this.#choices.adoptDrafts(answer, records);
      return this.#answer(opening);
    });
  }

  settleHeads(choice: string, take: 'mine' | 'theirs'): Promise<IpcReply<'project:settleHeads'>> {
    return this.#opening(async () => this.#answer(await this.#choices.settleHeads(choice, take)));
  }

  append(
    id: string,
    entries: IpcArgs<'project:append'>[0]['entries'],
  ): Promise<IpcReply<'project:append'>> {
    const session = this.#session(id);
    return session === undefined ? Promise.resolve(fail(noSession)) : session.append(entries);
  }

  async writeNow(id: string): Promise<IpcReply<'project:writeNow'>> {
    const session = this.#session(id);
    return session === undefined ? fail(noSession) : ok(await session.writeNow());
  }

  close(id: string): Promise<IpcReply<'project:close'>> {
    return this.#queue.run(async () => {
      const session = this.#session(id);
      if (session === undefined) return fail(noSession);
      this.#current = null;
      return ok(await session.close());
    });
  }

  /** Closes whatever is open; at the end of the app. */
  closeCurrent(): Promise<void> {
    return this.#queue.run(async () => {
      await this.#closeOpen();
    });
  }

  saveAs(id: string): Promise<IpcReply<'project:saveAs'>> {
    return this.#queue.run(async () => {
      const session = this.#session(id);
      if (session === undefined) return fail(noSession);
      const picked = await this.#services.dialogs.pickSaveAs(session.writer.path);
      if (picked === null) return ok(null);
      return this.#guarded(async () => {
        if (picked !== session.writer.path) {
          return this.#begin(await copyTo(this.#services, session, picked), []);
        }
        await session.writeNow();
        return readyReply(this.#services, session, []);
      });
    });
  }

  settleOutside(
    id: string,
    take: 'mineBeside' | 'theirs' | 'writeAgain',
  ): Promise<IpcReply<'project:settleOutside'>> {
    return this.#queue.run(async () => {
      const session = this.#session(id);
      if (session === undefined) return fail(noSession);
      return this.#guarded(async () => {
        if (take === 'theirs') return this.#takeTheirs(session);
        if (take === 'mineBeside') {
          return this.#begin(await moveBeside(this.#services, session), []);
        }
        await keepWhatLies(this.#services, session.writer.path, session.title);
        await session.writer.accept();
        await session.writeNow();
        return readyReply(this.#services, session, []);
      });
    });
  }

  async #takeTheirs(session: Session): Promise<OpenReply> {
    await setAside(this.#services, session);
    this.#current = null;
    return this.#answer(
      await openProject(this.#services, { path: session.writer.path, drafts: [] }),
    );
  }

  /** Writes a backup as a copy beside the projects and opens it. */
  restore(content: {
    readonly file: Parameters<Choices['copyOf']>[0];
    readonly stem: string;
  }): Promise<IpcReply<'backups:restore'>> {
    return this.#opening(async () => {
      const { disk, settings } = this.#services;
      const stem = safeStem(content.stem);
      const folder = settings.current.projectsFolder;
      const path = await freePath(disk, folder, { stem, extension: projectExtension });
      return this.#begin(await this.#choices.copyOf(content.file, path), []);
    });
  }

  /** Goes on with what a journal holds and no file has: in its old place if that is free, else beside the projects. */
  goOn(folder: string): Promise<IpcReply<'aside:open'>> {
    return this.#opening(async () => {
      const peek = await peekJournal(this.#services.disk, folder);
      if (peek === undefined) return failedReply(unreadableJournal);
      const path = await placeFor(this.#services, peek);
      return this.#answer(await goOnBeside(this.#services, peek, { path, notices: [] }));
    });
  }

  #session(id: string): Session | undefined {
    return this.#current?.id === id ? this.#current : undefined;
  }

  /** Ends the open project first; a trouble with the disk becomes an answer in words. */
  #opening(action: () => Promise<OpenReply>) {
    return this.#queue.run(() =>
      this.#guarded(async () => {
        await this.#closeOpen();
        return action();
      }),
    );
  }

  async #closeOpen(): Promise<void> {
    const open = this.#current;
    this.#current = null;
    await open?.close();
  }

  async #guarded(action: () => Promise<OpenReply>) {
    try {
      return ok(await action());
    } catch (error) {
      this.#services.log(`opening failed: ${trace(error)}`);
      return ok(failedReply(writeFailure(error)));
    }
  }

  async #answer(opening: Opening): Promise<OpenReply> {
    switch (opening.outcome) {
      case 'session':
        return this.#begin(opening.session, opening.notices);
      case 'useDrafts': {
        const choice = this.#choices.keep(opening);
        return { outcome: 'useDrafts', choice, copyId: opening.draft.standing.head.copyId };
      }
      case 'twoHeads':
        return twoHeadsReply(this.#services, opening, this.#choices.keep(opening));
      case 'failed':
        return failedReply(opening);
    }
  }

  async #begin(session: Session, notices: readonly string[]): Promise<OpenReply> {
    this.#current = session;
    const { path, state } = session.writer;
    // A file that is not there yet is written before the window hears of it.
    if (state.writtenAt === '') await session.writeNow();
    else if (session.isBehind) session.scheduleWrite(500);
    const { projectId, head } = session.standing;
    try {
      await this.#services.recent.note({
        path,
        projectId,
        copyId: head.copyId,
        title: session.title,
        openedAt: instant(this.#services.clock.now()),
      });
    } catch (error) {
      this.#services.log(`recent list not written: ${writeFailure(error).reason}`);
    }
    return readyReply(this.#services, session, notices);
  }
}

function parsedRecords(records: readonly unknown[]): AnyRecord[] | undefined {
  const parsed: AnyRecord[] = [];
  for (const stored of records) {
    const record = parseRecord(stored);
    if ('problem' in record) return undefined;
    parsed.push(record);
  }
  return parsed;
}
