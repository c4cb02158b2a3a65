import type { Entry, StoredEntry } from '@shared/core/changes/entry';
import type { Standing } from '@shared/core/changes/lineage';
import { fail, ok, type Result } from '@shared/core/kernel/result';
import type { Project } from '@shared/core/model/project';
import type { IpcFailure, WriteState } from '@shared/ipc/contract';
import type { RecordMemo } from '@shared/formats/project-file/write-project-file';
import { summaryOf } from '@shared/formats/project-file/summary';
import { writeProject } from '../files/project-file';
import { writeFailure } from '../files/io-failure';
import { Journal, JournalGone } from '../journal/journal';
import { Queue } from '../queue';
import type { Services } from '../services';
import { afterClosing } from './after-closing';
import type { CarriedParts } from './carried-parts';
import type { FileWriter } from './file-writer';
import { following } from './following';
import {
  chainBroken,
  longestBeforeWrite,
  pauseBeforeWrite,
  readOnlyFailure,
  rememberedHashes,
  retryWrite,
  type SessionStart,
  snapshotBytes,
  snapshotEntries,
  snapshotEntriesAtClose,
} from './session-start';

/**
 * The open project: mirrors the records, appends to the journal, writes the file. Appends run one
 * after another; writing the file never makes them wait.
 */
export class Session {
  readonly id: string;
  readonly readOnly: boolean;
  readonly writer: FileWriter;
  readonly #services: Services;
  #carried: CarriedParts;
  readonly #memo: RecordMemo = new WeakMap();
  readonly #appends = new Queue();
  readonly #writes = new Queue();
  readonly #hashes = new Map<number, string>();
  #project: Project;
  #standing: Standing;
  #journal: Journal | null;
  #cancelWrite: (() => void) | null = null;
  #waitingSince: number | null = null;
  #ended = false;

  constructor(services: Services, start: SessionStart) {
    this.#services = services;
    this.id = start.id;
    this.#standing = start.standing;
    this.#project = start.project;
    this.#carried = start.carried;
    this.#journal = start.journal;
    this.writer = start.writer;
    this.readOnly = start.readOnly;
  }

  get standing(): Standing {
    return this.#standing;
  }

  get project(): Project {
    return this.#project;
  }

  get carried(): CarriedParts {
    return this.#carried;
  }

  get journal(): Journal | null {
    return this.#journal;
  }

  get title(): string {
    return summaryOf(this.#project).title;
  }

  /** True while the file does not hold the newest change. */
  get isBehind(): boolean {
    return this.writer.state.writtenSeq !== this.#standing.head.seq;
  }

  /** Saves entries: when the answer is ok they are in the journal and fsynced. Entries sent again are fine. */
  append(
    stored: readonly StoredEntry[],
  ): Promise<Result<{ seq: number; changeHash: string }, IpcFailure>> {
    return this.#appends.run(async () => {
      if (this.readOnly || this.#ended) return fail(readOnlyFailure);
      const from = { project: this.#project, head: this.#standing.head };
      const steps = following(from, stored, (entry) => this.#isKnown(entry));
      if (steps === undefined) return fail(chainBroken);
      const last = steps.entries.at(-1);
      if (last !== undefined) {
        try {
          await this.#save(steps.stored);
        } catch (error) {
          return fail(writeFailure(error));
        }
        this.#advance(steps.project, steps.entries);
        this.scheduleWrite();
      }
      const { copyId, seq, changeHash } = this.#standing.head;
      this.#services.observer.saved(copyId, seq);
      return ok({ seq, changeHash });
    });
  }

  #isKnown({ seq, changeHash }: StoredEntry): boolean {
    const { head } = this.#standing;
    return (seq === head.seq ? head.changeHash : this.#hashes.get(seq)) === changeHash;
  }

  async #save(entries: readonly StoredEntry[]): Promise<void> {
    this.#journal ??= await this.#newJournal();
    try {
      await this.#journal.append(entries);
    } catch (error) {
      if (!(error instanceof JournalGone)) throw error;
      this.#services.log('journal gone while running; made anew from memory');
      this.#journal = await this.#newJournal();
      await this.#journal.append(entries);
    }
  }

  async #newJournal(): Promise<Journal> {
    const { projectId, head, lineage } = this.#standing;
    const { copyId, seq, changeHash } = head;
    const snapshot = this.bytes();
    if (!snapshot.ok) throw new Error(snapshot.failure.message);
    const known = { projectId, copyId, start: { seq, changeHash }, lineage };
    const own = {
      filePath: this.writer.path,
      title: this.title,
      owner: this.#services.profile.life,
    };
    const meta = { format: 1, ...known, ...own } as const;
    return Journal.create(this.#services, this.#services.journals.folderOf(copyId), {
      meta,
      snapshot: snapshot.value,
      earlier: [],
    });
  }

  #advance(project: Project, entries: readonly Entry[]): void {
    for (const { seq, changeHash } of entries) {
      this.#hashes.set(seq, changeHash);
      this.#hashes.delete(seq - rememberedHashes);
      this.#standing = {
        ...this.#standing,
        head: { copyId: this.#standing.head.copyId, seq, changeHash },
      };
    }
    this.#project = project;
    if (this.#isSnapshotDue(snapshotEntries)) void this.#snapshot(snapshotEntries);
  }

  #isSnapshotDue(least: number): boolean {
    const since = this.#journal?.sinceSnapshot;
    if (since === undefined) return false;
    return since.entries >= least || since.bytes >= snapshotBytes;
  }

  /** Takes a snapshot after the appends asked for so far; one that fails is tried after the next append. */
  #snapshot(least: number): Promise<void> {
    return this.#appends.run(async () => {
      if (this.#journal === null || !this.#isSnapshotDue(least)) return;
      const bytes = this.bytes();
      if (!bytes.ok) return;
      try {
        await this.#journal.takeSnapshot(bytes.value);
      } catch (error) {
        this.#services.log(`snapshot failed: ${writeFailure(error).reason}`);
      }
    });
  }

  /** Keeps further parts with the project; when the answer is ok they are on the disk, before a change names them. */
  keep(exports: CarriedParts['exports']): Promise<Result<null, IpcFailure>> {
    return this.#appends.run(async () => {
      if (this.readOnly || this.#ended) return fail(readOnlyFailure);
      const before = this.#carried;
      this.#carried = { ...before, exports: new Map([...before.exports, ...exports]) };
      const bytes = this.bytes();
      try {
        if (!bytes.ok) throw new Error(bytes.failure.message);
        if (this.#journal === null) this.#journal = await this.#newJournal();
        else await this.#journal.takeSnapshot(bytes.value);
        return ok(null);
      } catch (error) {
        this.#carried = before;
        if (bytes.ok) return fail(writeFailure(error));
        return fail({ reason: 'too-large', message: bytes.failure.message });
      }
    });
  }

  /** The project file of the state as it is now. */
  bytes(standing: Standing = this.#standing): ReturnType<typeof writeProject> {
    const records = this.#project.records.values();
    return writeProject({ ...this.#carried, standing, records, memo: this.#memo });
  }

  /** Writes the file soon: after a pause, or when it has waited long enough. */
  scheduleWrite(pause: number = pauseBeforeWrite): void {
    if (this.#ended || this.readOnly) return;
    const { clock } = this.#services;
    this.#waitingSince ??= clock.now();
    const left = this.#waitingSince + longestBeforeWrite - clock.now();
    this.#cancelWrite?.();
    this.#cancelWrite = clock.later(Math.max(0, Math.min(pause, left)), () => {
      void this.writeNow();
    });
    if (this.writer.noteWaiting()) this.#tell();
  }

  /** Writes the file now and says how it stands. */
  writeNow(): Promise<WriteState> {
    return this.#writes.run(async () => {
      this.#cancelWrite?.();
      this.#cancelWrite = null;
      this.#waitingSince = null;
      if (this.readOnly || !(this.isBehind || this.writer.state.state !== 'written')) {
        return this.writer.state;
      }
      const standing = this.#standing;
      const { seq, copyId } = standing.head;
      const bytes = this.bytes();
      if (bytes.ok) await this.writer.write(bytes.value, seq);
      else this.writer.noteFailed(bytes.failure.message);
      if (this.writer.state.state === 'written') {
        this.#services.observer.written(copyId, this.writer.state);
        if (bytes.ok) await this.#afterWrite(bytes.value, standing);
      }
      this.#tell();
      this.#again();
      return this.writer.state;
    });
  }

  async #afterWrite(bytes: Uint8Array, standing: Standing): Promise<void> {
    await this.#services.backups.keepRegular({ bytes, standing, title: this.title });
    try {
      await this.#journal?.relocate(this.writer.path, this.title);
    } catch (error) {
      this.#services.log(`journal description not written: ${writeFailure(error).reason}`);
    }
  }

  #again(): void {
    const { state } = this.writer.state;
    if (state === 'failed' || state === 'missing') this.scheduleWrite(retryWrite);
    else if (state === 'written' && this.isBehind) this.scheduleWrite();
  }

  #tell(): void {
    this.#services.emit({ type: 'writeState', session: this.id, write: this.writer.state });
  }

  /** Waits for the appends, writes the file and ends; nothing can be appended afterwards. */
  async close(): Promise<WriteState> {
    await this.#appends.idle();
    const state = await this.writeNow();
    await this.#snapshot(snapshotEntriesAtClose);
    await this.end();
    if (state.state === 'written' && !this.isBehind && this.#journal !== null) {
      const open = { standing: this.#standing, path: this.writer.path };
      await afterClosing(this.#services, this.#journal, open);
    }
    return state;
  }

  /** Ends without writing the file; what is saved stays in the journal. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#cancelWrite?.();
    this.#cancelWrite = null;
    await this.#appends.idle();
    await this.#writes.idle();
  }
}
