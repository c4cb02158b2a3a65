import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextEntry, parseEntry, type StoredEntry, storeEntry } from '@shared/core/changes/entry';
import type { Standing } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { type AnyRecord, parseRecord } from '@shared/core/model/record';
import { starterRecords } from '@shared/core/model/starter';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import type {
  DraftHead,
  IpcArgs,
  IpcChannel,
  IpcValue,
  OpenProject,
  OpenReply,
  ShellEvent,
} from '@shared/ipc/contract';
import { ipcContract } from '@shared/ipc/contract';
import type { Clock } from '@electron/main/clock';
import type { Disk } from '@electron/main/files/disk';
import { type DiskCall, type Fault, faultDisk } from '@electron/main/files/fault-disk';
import { nodeDisk } from '@electron/main/files/node-disk';
import { makeShell, type Shell } from '@electron/main/handlers';
import { answer } from '@electron/main/ipc/answer';
import { makeServices } from '@electron/main/make-services';
import type { Services } from '@electron/main/services';

/** Time that stands still until it is told to go on; waiting takes no time at all. */
export class StillClock implements Clock {
  #now = Date.parse('2026-11-21T08:00:00.000Z');
  #timers: { at: number; action: () => void }[] = [];
  now = () => this.#now;
  sleep = (milliseconds: number) => {
    this.#now += milliseconds;
    return Promise.resolve();
  };
  later = (milliseconds: number, action: () => void) => {
    const timer = { at: this.#now + milliseconds, action };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.#now);
    this.#timers = this.#timers.filter(({ at }) => at > this.#now);
    for (const { action } of due) action();
  }
}

const withoutSync: Disk = {
  ...nodeDisk,
  syncFolder: () => Promise.resolve(),
  open: async (path, mode) => ({
    ...(await nodeDisk.open(path, mode)),
    sync: () => Promise.resolve(),
  }),
};

function pretending({ pretends }: Machine, disk: Disk): Disk {
  return {
    ...disk,
    identity: (path) => {
      const said = [...pretends].find(([end]) => path.endsWith(end))?.[1];
      return said === undefined ? disk.identity(path) : Promise.resolve(said);
    },
  };
}

/** What happened, in order: calls to the disk, answers, events. */
export type Happening =
  | { readonly call: DiskCall; readonly path: string }
  | { readonly saved: number }
  | { readonly scaled: number }
  | { readonly written: number };

let machines = 0;

/** A computer with a home folder: programs start on it, are killed and start again. */
export class Machine {
  readonly home: string;
  readonly userData: string;
  readonly documents: string;
  readonly projects: string;
  readonly backups: string;
  /** What the file system says of files, by the end of their path, for copies that nobody can see. */
  pretends: ReadonlyMap<string, string> = new Map();
  /** No two machines make the same ids. */
  readonly number = (machines += 1);
  #starts = 0;

  /** `inMemory` is for hundreds of short trials that ask what is called, not how long a disk takes. */
  constructor({ inMemory = false } = {}) {
    const memory = '/dev/shm';
    const parent = inMemory && existsSync(memory) ? memory : tmpdir();
    this.home = mkdtempSync(join(parent, 'gongxue-machine-'));
    this.userData = join(this.home, 'profile');
    this.documents = join(this.home, '文档');
    this.projects = join(this.documents, '工学课坊');
    this.backups = join(this.projects, '备份');
  }

  /** Starts the shell; a shell that was started before is as good as killed when it is not used any more. */
  async start(options: StartOptions = {}): Promise<RunningShell> {
    this.#starts += 1;
    return RunningShell.start(this, { seed: this.#starts, ...options });
  }

  remove(): void {
    // A process that has just ended may still be putting a file down.
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

export interface StartOptions {
  readonly faults?: readonly Fault[];
  readonly seed?: number;
  readonly clock?: StillClock;
  /** Calls of fsync are counted but not made: for trials that start a hundred shells. */
  readonly withoutSync?: boolean;
  /** What the person picks in the next dialogs. */
  readonly picks?: readonly (string | null)[];
}

export class RunningShell {
  readonly happenings: Happening[] = [];
  readonly events: ShellEvent[] = [];
  readonly logged: string[] = [];
  /** Folders shown on the desktop. */
  readonly revealed: string[] = [];
  /** What lies on the clipboard of the machine, as other programs see it. */
  readonly clipboard = { text: '', html: '' };
  readonly clock: StillClock;
  readonly shell: Shell;
  readonly services: Services;

  private constructor(shell: Shell, services: Services, clock: StillClock) {
    this.shell = shell;
    this.services = services;
    this.clock = clock;
  }

  static async start(machine: Machine, options: StartOptions): Promise<RunningShell> {
    const clock = options.clock ?? new StillClock();
    const picks = [...(options.picks ?? [])];
    const pick = () => Promise.resolve(picks.shift() ?? null);
    const happenings: Happening[] = [];
    const events: ShellEvent[] = [];
    const logged: string[] = [];
    const revealed: string[] = [];
    const clipboard = { text: '', html: '' };
    const services = await makeServices({
      disk: faultDisk(pretending(machine, options.withoutSync === true ? withoutSync : nodeDisk), {
        faults: options.faults ?? [],
        record: (call, path) => happenings.push({ call, path }),
      }),
      clock,
      startReader: () => {
        throw new Error('No file of these trials is so large.');
      },
      random: seededRandom((options.seed ?? 1) * 7919 + machine.number),
      folders: { userData: machine.userData, documents: machine.documents },
      dialogs: { pickProject: pick, pickFolder: pick, pickSaveAs: pick },
      desktop: {
        version: '0',
        platform: 'test',
        testRuntime: true,
        scale: (percent) => happenings.push({ scaled: percent }),
        edit: () => undefined,
        reveal: (folder) => {
          revealed.push(folder);
          return Promise.resolve();
        },
      },
      clipboard: {
        read: () => Promise.resolve({ ...clipboard }),
        write: (forms) => {
          Object.assign(clipboard, forms);
          return Promise.resolve();
        },
      },
      printing: {
        toPdf: (sheet) => Promise.resolve(new TextEncoder().encode(`%PDF ${sheet.html}`)),
        toPaper: () => Promise.resolve({ printed: true, message: '' }),
      },
      observer: {
        saved: (_copy, seq) => happenings.push({ saved: seq }),
        written: (_copy, { writtenSeq }) => happenings.push({ written: writtenSeq }),
      },
      emit: (event) => events.push(event),
      log: (line) => logged.push(line),
    });
    const shell = makeShell(services, {
      takeOpenAtStart: () => null,
      readyToClose: () => undefined,
    });
    const running = new RunningShell(shell, services, clock);
    Object.assign(running, { happenings, events, logged, revealed, clipboard });
    return running;
  }

  /** Asks as the window does, through the checks; the answer must fit the contract. */
  async ask<Channel extends IpcChannel>(
    channel: Channel,
    ...args: IpcArgs<Channel>
  ): Promise<IpcValue<Channel>> {
    const reply = await answer(this.shell.handlers, { channel, received: args }, (line) =>
      this.logged.push(line),
    );
    if (!reply.ok) throw new Error(`${channel}: ${reply.failure.reason} ${reply.failure.message}`);
    ipcContract[channel].reply.parse(reply.value);
    return reply.value;
  }

  async create(title = '汽车维修'): Promise<Teacher> {
    const records = starterRecords(title, seededRandom(1)).map((record) => ({ ...record }));
    const reply = await this.ask('project:create', { title, records });
    return this.teacher(reply);
  }

  /** Opens a path as a double click does. */
  async openPath(path: string, drafts: DraftHead[] = []): Promise<OpenReply> {
    const handle = (await this.shell.admit(path)) ?? this.handleOf(path);
    return this.ask('project:open', { handle, drafts });
  }

  /** The handle of a file on the list, for one that is not there any more. */
  private handleOf(path: string): string {
    return this.services.handles.mint('project', path);
  }

  async open(path: string, drafts: DraftHead[] = []): Promise<Teacher> {
    return this.teacher(await this.openPath(path, drafts));
  }

  teacher(reply: OpenReply): Teacher {
    if (reply.outcome !== 'ready') throw new Error(`not ready: ${JSON.stringify(reply)}`);
    return new Teacher(this, reply.project);
  }
}

/** The window's side: the records it shows and the entries it makes. */
export class Teacher {
  readonly project: OpenProject;
  standing: Standing;
  readonly entries: StoredEntry[];
  readonly records: Map<string, AnyRecord>;
  readonly #shell: RunningShell;

  constructor(shell: RunningShell, project: OpenProject) {
    this.#shell = shell;
    this.project = project;
    this.standing = project.standing;
    this.entries = [...project.entries];
    this.records = new Map(
      project.records.map((stored) => {
        const record = parseRecord(stored);
        if ('problem' in record) throw new Error(record.problem);
        return [record.id, record];
      }),
    );
  }

  get path(): string {
    const { current } = this.#shell.shell.projects;
    if (current === null) throw new Error('nothing open');
    return current.writer.path;
  }

  get name(): string {
    return majorNameOf([...this.records.values()]);
  }

  /** Makes the entry that gives the major another name, without handing it over. */
  write(name: string): StoredEntry {
    const before = [...this.records.values()].find(({ kind }) => kind === 'major');
    if (before === undefined) throw new Error('no major');
    const after = { ...before, name } as AnyRecord;
    const entry = nextEntry(this.standing.head, {
      action: 'do',
      of: null,
      command: 'edit-field',
      label: `改名为“${name}”`,
      group: null,
      at: '2026-11-21T08:00:00.000Z',
      author: '',
      change: [{ id: before.id, before, after }],
    });
    const { copyId } = this.standing.head;
    const head = { copyId, seq: entry.seq, changeHash: entry.changeHash };
    this.records.set(before.id, after);
    this.standing = { ...this.standing, head };
    const stored = storeEntry(entry);
    if (parseEntry(stored) === undefined) throw new Error('bad entry');
    this.entries.push(stored);
    return stored;
  }

  /** Writes and saves, as far as 「已保存」. */
  async save(name: string): Promise<void> {
    await this.hand([this.write(name)]);
  }

  hand(entries: StoredEntry[]) {
    return this.#shell.ask('project:append', {
      session: this.project.session,
      entries: entries.map(onTheWire),
    });
  }

  writeNow() {
    return this.#shell.ask('project:writeNow', { session: this.project.session });
  }

  close() {
    return this.#shell.ask('project:close', { session: this.project.session });
  }

  /** What the drafts database would say of this copy. */
  draft(): DraftHead {
    return {
      standing: this.standing,
      recentHashes: this.entries.map(({ seq, changeHash }) => ({ seq, changeHash })),
      records: this.records.size,
    };
  }

  adoption(choice: string): IpcArgs<'project:adoptDrafts'>[0] {
    return {
      choice,
      standing: this.standing,
      records: [...this.records.values()].map((record) => ({ ...record })),
      entries: this.entries.map(onTheWire),
    };
  }
}

/** A copy that may be changed, as the bridge makes one. */
function onTheWire(entry: StoredEntry) {
  return { ...entry, change: [...entry.change] };
}

export function majorNameOf(records: readonly (AnyRecord | Record<string, unknown>)[]): string {
  const major = records.find((record) => record.kind === 'major') as unknown as { name: string };
  return major.name;
}

/** The name of the major in a project file on the disk. */
export async function nameInFile(path: string): Promise<string> {
  const file = readProjectFile(await readFile(path));
  if (!file.ok) throw new Error(file.failure.detail);
  return majorNameOf(file.value.records);
}
