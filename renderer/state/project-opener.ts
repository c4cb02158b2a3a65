import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnyRecord } from '@shared/core/model/record';
import { storedForm } from '@shared/core/model/record';
import type { IpcReply, OpenProject } from '@shared/ipc/contract';
import type { Platform } from '../platform/platform';
import { brokenWords } from './broken-words';
import type { DocumentStore, EntrySink, SavedBase } from './document-state';
import type { Drafts } from './drafts';
import { adopt } from './hand-over-drafts';
import { headsOf } from './heads-of';
import { nothingToOpen, type OpenAnswer, unwrittenOf } from './open-answer';
import { idle, type OpenerState } from './opener-state';
import { firstPage } from './page-owner';
import type { PendingEdits } from './pending-edits';
import type { ViewStore } from './view-store';

/** Brings projects into the window and takes them out again. */
export interface ProjectOpener {
  readonly store: StoreApi<OpenerState>;
  readonly pick: () => Promise<void>;
  readonly open: (handle: string) => Promise<void>;
  /** Takes what the shell has been asked to open already; null when that is nothing. */
  readonly take: (opened: Promise<OpenAnswer | null>) => Promise<void>;
  readonly create: (title: string, records: readonly AnyRecord[]) => Promise<void>;
  readonly restore: (handle: string) => Promise<void>;
  /** Opens what was put aside. */
  readonly openAside: (handle: string) => Promise<void>;
  readonly saveAs: () => Promise<void>;
  readonly settleHeads: (take: 'mine' | 'theirs' | null) => Promise<void>;
  readonly settleOutside: (take: 'mineBeside' | 'theirs' | 'writeAgain') => Promise<void>;
  /** Writes what is waiting and closes; false when it stays open because the file cannot be written. */
  readonly close: (evenUnwritten?: boolean) => Promise<boolean>;
  readonly writeNow: () => Promise<void>;
  readonly dismiss: () => void;
  /** Gives up waiting for a file: what arrives later is closed again unseen. */
  readonly callOff: () => void;
}

export interface OpenerParts {
  readonly platform: Platform;
  readonly document: DocumentStore;
  readonly view: ViewStore;
  readonly drafts: Drafts;
  readonly pending: PendingEdits;
  /** Makes the queue that saves the entries of an opened project; started when it is loaded. */
  readonly sinkFor: (base: SavedBase) => EntrySink & { readonly stop: () => void };
}

export function createProjectOpener(parts: OpenerParts): ProjectOpener {
  return new Opener(parts);
}

class Opener implements ProjectOpener {
  readonly store = createStore<OpenerState>()(() => idle);
  private stopSink: () => void = () => undefined;
  /** A file that was asked for while another was being opened. */
  private asked: string | null = null;
  private isOpening = false;

  constructor(private readonly parts: OpenerParts) {}

  async pick(): Promise<void> {
    const picked = await this.parts.platform['project:pick']();
    if (!picked.ok) this.say({ failure: picked.failure.message });
    else if (picked.value !== null) await this.open(picked.value);
  }

  open(handle: string): Promise<void> {
    const { platform, drafts } = this.parts;
    if (this.isBusy()) {
      // A second double click while a file is being opened: its turn comes next, the newest wins.
      this.asked = handle;
      return Promise.resolve();
    }
    // Asked for each time: closing the open project writes to the drafts.
    const wanted = async () => ({ handle, drafts: [...(await headsOf(drafts))] });
    return this.begin('正在打开…', async () => platform['project:open'](await wanted()), {
      // The open project is not closed for one that will not open.
      first: async () => platform['project:look'](await wanted()),
    });
  }

  async take(opened: Promise<OpenAnswer | null>): Promise<void> {
    await this.begin('正在打开…', async () => (await opened) ?? nothingToOpen);
  }

  create(title: string, records: readonly AnyRecord[]): Promise<void> {
    const { platform } = this.parts;
    const stored = records.map(storedForm);
    return this.begin('正在新建…', () => platform['project:create']({ title, records: stored }));
  }

  restore(handle: string): Promise<void> {
    return this.begin('正在恢复…', () => this.parts.platform['backups:restore']({ handle }));
  }

  openAside(handle: string): Promise<void> {
    return this.begin('正在打开…', () => this.parts.platform['aside:open']({ handle }));
  }

  saveAs(): Promise<void> {
    return this.inSession('正在另存…', (session) =>
      this.parts.platform['project:saveAs']({ session }),
    );
  }

  settleOutside(take: 'mineBeside' | 'theirs' | 'writeAgain'): Promise<void> {
    const { platform } = this.parts;
    return this.inSession('正在处理…', (session) =>
      platform['project:settleOutside']({ session, take }),
    );
  }

  async settleHeads(take: 'mine' | 'theirs' | null): Promise<void> {
    const { twoHeads } = this.store.getState();
    this.say({});
    if (twoHeads === null || take === null) return;
    const { choice } = twoHeads;
    try {
      await this.settle(await this.parts.platform['project:settleHeads']({ choice, take }));
    } catch (error) {
      this.sayBroken(error);
    }
  }

  async close(evenUnwritten = false): Promise<boolean> {
    const { platform, document, view } = this.parts;
    const { session, readOnly } = document.getState();
    if (session === null) return true;
    await this.saveAll();
    if (!evenUnwritten && !readOnly) {
      const write = await platform['project:writeNow']({ session });
      const unwritten = unwrittenOf(write, document.getState().status.file);
      if (unwritten !== null) {
        this.say({ unwritten });
        return false;
      }
    }
    this.stopSink();
    await platform['project:close']({ session });
    document.getState().unload();
    view.getState().reset({ kind: 'start' });
    this.say({});
    return true;
  }

  async writeNow(): Promise<void> {
    const { platform, document } = this.parts;
    const { session } = document.getState();
    if (session === null) return;
    await this.saveAll();
    const reply = await platform['project:writeNow']({ session });
    if (reply.ok) document.getState().noteWrite(session, reply.value);
    else document.getState().noteProblem('file', reply.failure.message);
  }

  dismiss(): void {
    this.say({});
  }

  callOff(): void {
    if (this.isOpening) this.store.setState({ calledOff: true });
  }

  private async begin(
    busy: string,
    call: () => Promise<OpenAnswer>,
    { first }: { readonly first?: () => Promise<IpcReply<'project:look'>> } = {},
  ): Promise<void> {
    if (this.isBusy()) return;
    this.isOpening = true;
    try {
      const failure = first === undefined ? '' : await this.lookFirst(busy, first);
      if (failure !== '') this.say({ failure });
      else if (await this.close()) await this.bring(busy, call);
    } catch (error) {
      this.sayBroken(error);
    } finally {
      this.isOpening = false;
    }
    await this.openAsked();
  }

  /** What is said when a file cannot be opened, while another project is open; '' when it can. */
  private async lookFirst(
    busy: string,
    first: () => Promise<IpcReply<'project:look'>>,
  ): Promise<string> {
    if (this.parts.document.getState().session === null) return '';
    this.say({ busy });
    const looked = await first();
    return looked.ok ? '' : looked.failure.message;
  }

  private async bring(busy: string, call: () => Promise<OpenAnswer>): Promise<void> {
    this.say({ busy, calledOff: this.store.getState().calledOff });
    const answer = await call();
    if (this.store.getState().calledOff) await this.putAway(answer);
    else await this.settle(answer);
  }

  /** Nobody waits for it any more; its file is left as it was found. */
  private async putAway(answer: OpenAnswer): Promise<void> {
    const reply = answer.ok ? answer.value : null;
    if (reply?.outcome === 'ready') {
      await this.parts.platform['project:close']({ session: reply.project.session });
    }
    this.say({});
  }

  private isBusy(): boolean {
    return this.isOpening || this.store.getState().busy !== '';
  }

  private async openAsked(): Promise<void> {
    const { asked } = this;
    this.asked = null;
    if (asked !== null) await this.open(asked);
  }

  private async inSession(
    busy: string,
    call: (session: string) => Promise<OpenAnswer>,
  ): Promise<void> {
    const { session } = this.parts.document.getState();
    if (session === null || this.isBusy()) return;
    try {
      await this.saveAll();
      this.say({ busy });
      await this.settle(await call(session));
    } catch (error) {
      this.sayBroken(error);
    }
    await this.openAsked();
  }

  /** Nobody foresaw it: the window must not go on as if the answer were still to come. */
  private sayBroken(error: unknown): void {
    this.say({ failure: brokenWords(error) });
  }

  private async settle(answer: OpenAnswer): Promise<void> {
    if (!answer.ok) {
      this.say({ failure: answer.failure.message });
      return;
    }
    const reply = answer.value;
    if (reply === null) this.say({});
    else if (reply.outcome === 'ready') this.load(reply.project);
    else if (reply.outcome === 'useDrafts') await this.settle(await adopt(this.parts, reply));
    else if (reply.outcome === 'twoHeads') this.say({ twoHeads: reply });
    else this.say({ failure: reply.message });
  }

  private load(opened: OpenProject): void {
    const { document, view, sinkFor } = this.parts;
    const before = document.getState().standing?.projectId;
    this.stopSink();
    document.getState().load(opened, (base) => {
      const sink = sinkFor(base);
      this.stopSink = () => {
        sink.stop();
      };
      return sink;
    });
    // 另存为 and the like go on where the teacher is.
    if (before === opened.standing.projectId) {
      this.say({});
      return;
    }
    const id = firstPage(document.getState().project);
    view.getState().reset(id === undefined ? { kind: 'start' } : { kind: 'record', id });
    this.say({});
  }

  private async saveAll(): Promise<void> {
    this.parts.pending.commitAll();
    await this.parts.document.getState().flush();
  }

  private say(state: Partial<OpenerState>): void {
    this.store.setState(({ starting }) => ({ ...idle, starting, ...state }));
  }
}
