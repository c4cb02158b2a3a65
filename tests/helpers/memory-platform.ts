import { parseEntry } from '@shared/core/changes/entry';
import { apply } from '@shared/core/changes/change';
import { originHash, type Standing } from '@shared/core/changes/lineage';
import { copyCode, newId, projectCode } from '@shared/core/kernel/id';
import type { Random } from '@shared/core/kernel/random';
import { fail, ok } from '@shared/core/kernel/result';
import { childrenOf, type Project, projectOf } from '@shared/core/model/project';
import { type AnyRecord, parseRecord, storedForm } from '@shared/core/model/record';
import { freeze, frozenProject, readBaseline } from '@shared/formats/project-file/baseline';
import type {
  AsidePlace,
  BackupInfo,
  IpcArgs,
  IpcFailure,
  IpcReply,
  OpenProject,
  OpenReply,
  ProjectPlace,
  Settings,
  ShellEvent,
  WriteState,
} from '@shared/ipc/contract';
import type { ClipboardForms } from '@shared/ipc/clipboard';
import { firstChoices } from '@shared/ipc/settings';
import type { Platform } from '@renderer/platform/platform';

type StoredEntries = IpcArgs<'project:append'>[0]['entries'];

/** One project file of the memory. */
interface MemoryFile {
  readonly handle: string;
  readonly title: string;
  standing: Standing;
  project: Project;
  entries: StoredEntries;
  writtenSeq: number;
  /** What is kept with it, as in `exports/` of a project file. */
  kept: ReadonlyMap<string, Uint8Array>;
}

export interface MemoryPlatformOptions {
  readonly random: Random;
  readonly clock: () => string;
}

/** The port with handles for tests: what the shell would do of its own accord, and how to make it fail. */
export interface MemoryPlatform extends Platform {
  readonly emit: (event: ShellEvent) => void;
  /** From now on appends answer with this failure; null = all is well again. */
  readonly failAppends: (failure: IpcFailure | null) => void;
  readonly failWrites: (message: string | null) => void;
  /** Exported files by name. */
  readonly exported: ReadonlyMap<string, Uint8Array>;
  readonly backups: BackupInfo[];
  readonly aside: AsidePlace[];
}

/** A shell that lives in memory: for unit tests and for looking at the window in a plain browser. */
export function createMemoryPlatform(options: MemoryPlatformOptions): MemoryPlatform {
  const memory = new Memory(options);
  return {
    ...memory.application(),
    ...memory.projects(),
    ...memory.opening(),
    ...memory.exports(),
    ...memory.history(),
    ...memory.baselines(),
    emit: (event) => {
      for (const listener of memory.listeners) listener(event);
    },
    failAppends: (failure) => {
      memory.appendFailure = failure;
    },
    failWrites: (message) => {
      memory.writeFailure = message;
    },
    exported: memory.exported,
    backups: memory.backupList,
    aside: memory.asideList,
  };
}

class Memory {
  readonly listeners = new Set<(event: ShellEvent) => void>();
  readonly exported = new Map<string, Uint8Array>();
  readonly printed = new Map<string, Uint8Array>();
  readonly backupList: BackupInfo[] = [];
  readonly asideList: AsidePlace[] = [];
  appendFailure: IpcFailure | null = null;
  writeFailure: string | null = null;
  private readonly files = new Map<string, MemoryFile>();
  private readonly sessions = new Map<string, MemoryFile>();
  clipboard: ClipboardForms = { text: '', html: '', fragment: null };
  private settings: Settings = {
    ...firstChoices,
    projectsFolder: '文档/工学课坊',
    backupsFolder: '文档/工学课坊/备份',
  };

  constructor(private readonly options: MemoryPlatformOptions) {}

  application(): Pick<
    Platform,
    | 'app:info'
    | 'app:readyToClose'
    | 'settings:set'
    | 'settings:pickFolder'
    | 'start:list'
    | 'recent:forget'
    | 'aside:open'
    | 'aside:forget'
    | 'onShellEvent'
    | 'print:sheet'
    | 'clipboard:read'
    | 'clipboard:write'
    | 'edit:text'
  > {
    return {
      'app:info': () =>
        done({
          version: '0.1.0',
          platform: 'memory',
          testRuntime: true,
          settings: this.settings,
          openAtStart: null,
        }),
      'app:readyToClose': () => done(null),
      'settings:set': (change) => {
        const given = Object.entries(change).filter(([, value]) => value !== undefined);
        this.settings = { ...this.settings, ...Object.fromEntries(given) };
        return done(this.settings);
      },
      'settings:pickFolder': () => done(null),
      'start:list': () => {
        const places = [...this.files.values()].map((file) => this.placeOf(file)).reverse();
        return done({ recent: places, documents: places, aside: this.asideList });
      },
      'recent:forget': () => done(null),
      'aside:open': () => Promise.resolve(fail(noSession)),
      'aside:forget': ({ handle }) => {
        this.asideList.splice(
          0,
          this.asideList.length,
          ...this.asideList.filter((one) => one.handle !== handle),
        );
        return done(null);
      },
      onShellEvent: (listener) => {
        this.listeners.add(listener);
        return () => {
          this.listeners.delete(listener);
        };
      },
      'print:sheet': () => done({ printed: true, message: '' }),
      'edit:text': () => done(null),
      'clipboard:read': () => done(this.clipboard),
      'clipboard:write': (forms) => {
        this.clipboard = forms;
        return done(null);
      },
    };
  }

  projects(): Pick<
    Platform,
    | 'project:append'
    | 'project:writeNow'
    | 'project:close'
    | 'project:settleOutside'
    | 'project:saveAs'
  > {
    return {
      'project:append': ({ session, entries }) => Promise.resolve(this.append(session, entries)),
      'project:writeNow': ({ session }) => Promise.resolve(this.write(session)),
      'project:close': ({ session }) => {
        const written = this.write(session);
        this.sessions.delete(session);
        return Promise.resolve(written);
      },
      'project:settleOutside': ({ session }) => this.again(session),
      'project:saveAs': ({ session }) => this.again(session),
    };
  }

  opening(): Pick<
    Platform,
    | 'project:create'
    | 'project:pick'
    | 'project:look'
    | 'project:open'
    | 'project:adoptDrafts'
    | 'project:settleHeads'
    | 'backups:list'
    | 'backups:look'
    | 'backups:restore'
    | 'dropFile'
  > {
    const refused = () => Promise.resolve(fail(noSession));
    return {
      'project:create': ({ title, records }) => done(this.ready(this.create(title, records))),
      'project:pick': () => done([...this.files.keys()].at(-1) ?? null),
      'project:look': ({ handle }) => (this.files.has(handle) ? done(null) : refused()),
      'project:open': ({ handle }) => {
        const file = this.files.get(handle);
        return file === undefined ? refused() : done(this.ready(file));
      },
      'project:adoptDrafts': refused,
      'project:settleHeads': refused,
      'backups:list': () => done(this.backupList),
      'backups:look': refused,
      'backups:restore': refused,
      dropFile: () => done(null),
    };
  }

  history(): Pick<Platform, 'history:entries'> {
    return {
      'history:entries': ({ session, upTo, count }) => {
        const file = this.sessions.get(session);
        if (file === undefined) return Promise.resolve(fail(noSession));
        const { copyId, seq } = upTo ?? file.standing.head;
        const known = file.entries.filter((entry) => entry.seq <= seq);
        const before = known.at(-count - 1);
        const earlier = before ? { copyId, ...placeIn(before) } : null;
        return done({ entries: known.slice(-count), earlier });
      },
    };
  }

  exports(): Pick<
    Platform,
    | 'export:pickFolder'
    | 'export:plan'
    | 'export:write'
    | 'export:reveal'
    | 'export:cancel'
    | 'export:pdf'
    | 'keptExports:list'
    | 'keptExports:read'
  > {
    const folder = this.id('h');
    const place = '文档/工学课坊';
    return {
      'export:pickFolder': () => done({ folder, place }),
      'export:plan': ({ names }) => {
        const files = names.map((name) => ({
          name,
          state: this.exported.has(name) ? ('ours' as const) : ('new' as const),
        }));
        return done({ folder, place, files });
      },
      'export:write': ({ files }) => {
        for (const { name, content } of files) {
          const bytes = typeof content === 'string' ? this.printed.get(content) : content;
          if (bytes !== undefined) this.exported.set(name, bytes);
        }
        const written = files.map(({ name }) => ({
          name,
          writtenAs: name,
          sha256: '0'.repeat(64),
          state: 'written' as const,
          message: '',
        }));
        return done({ outcome: 'written', files: written });
      },
      'export:reveal': () => done(null),
      'export:cancel': () => done(null),
      'export:pdf': ({ sheet }) => {
        const handle = this.id('h');
        this.printed.set(handle, new TextEncoder().encode(`%PDF ${sheet.html}`));
        return done(handle);
      },
      'keptExports:list': () => done([]),
      'keptExports:read': () => Promise.resolve(fail(notKept)),
    };
  }

  baselines(): Pick<
    Platform,
    'baseline:keep' | 'baseline:list' | 'baseline:records' | 'kept:save'
  > {
    return {
      'baseline:keep': ({ session, papers, id, stage, name, note, by }) => {
        const file = this.sessions.get(session);
        if (file === undefined) return Promise.resolve(fail(noSession));
        const at = this.options.clock();
        const frozen = freeze({
          words: { id, stage, name, note, by, at },
          standing: file.standing,
          project: file.project,
          media: new Map(),
          papers: papers.map(({ bytes, ...paper }) => ({ ...paper, content: bytes })),
        });
        if (!frozen.ok) return Promise.resolve(fail(notKept));
        file.kept = new Map([...file.kept, ...frozen.value.entries]);
        return done({ at, files: frozen.value.baseline.files });
      },
      'baseline:list': ({ session }) => {
        const file = this.sessions.get(session);
        if (file === undefined) return Promise.resolve(fail(noSession));
        const { kept, project } = file;
        const records = childrenOf(project, null, 'major').flatMap(({ id }) =>
          childrenOf(project, id, 'baseline'),
        );
        const found = records.flatMap(({ id }) => readBaseline(kept, id) ?? []);
        return done(found.map((one) => ({ ...one, state: 'whole' as const })).reverse());
      },
      'baseline:records': ({ session, id }) => {
        const kept = this.sessions.get(session)?.kept ?? new Map<string, Uint8Array>();
        const baseline = readBaseline(kept, id);
        const frozen = baseline && frozenProject(kept, baseline);
        if (frozen === undefined) return Promise.resolve(fail(notKept));
        return done(frozen.records.map((record) => ({ ...storedForm(record) })));
      },
      'kept:save': ({ names }) =>
        done({
          place: '文档/工学课坊',
          outcome: 'written',
          files: names.map((name) => ({
            ...{ name, writtenAs: name, sha256: '0'.repeat(64) },
            ...{ state: 'written' as const, message: '' },
          })),
        }),
    };
  }

  private id(prefix: string): string {
    return newId(prefix, this.options.random);
  }

  private create(title: string, stored: readonly unknown[]): MemoryFile {
    const projectId = newId(projectCode, this.options.random);
    const head = {
      copyId: newId(copyCode, this.options.random),
      seq: 0,
      changeHash: originHash(projectId),
    };
    const file: MemoryFile = {
      handle: this.id('h'),
      title,
      standing: { projectId, head, lineage: {} },
      project: projectOf(stored.map(recordOf)),
      entries: [],
      writtenSeq: 0,
      kept: new Map(),
    };
    this.files.set(file.handle, file);
    return file;
  }

  private ready(file: MemoryFile): OpenReply {
    const session = this.id('s');
    this.sessions.set(session, file);
    const project: OpenProject = {
      session,
      title: file.title,
      file: fileOf(file),
      standing: file.standing,
      records: [...file.project.records.values()].map((record) => ({ ...storedForm(record) })),
      entries: file.entries,
      earlier: null,
      writtenAt: this.options.clock(),
      writtenSeq: file.writtenSeq,
      notices: [],
      readOnly: false,
    };
    return { outcome: 'ready', project };
  }

  private again(session: string): Promise<IpcReply<'project:settleOutside'>> {
    const file = this.sessions.get(session);
    return Promise.resolve(file === undefined ? fail(noSession) : ok(this.ready(file)));
  }

  private append(session: string, entries: StoredEntries): IpcReply<'project:append'> {
    const file = this.sessions.get(session);
    if (file === undefined) return fail(noSession);
    if (this.appendFailure !== null) return fail(this.appendFailure);
    for (const stored of entries) {
      const entry = parseEntry(stored);
      if (entry?.prevHash !== file.standing.head.changeHash) return fail(broken);
      file.project = apply(file.project, entry.change);
      const { seq, changeHash } = entry;
      file.standing = { ...file.standing, head: { ...file.standing.head, seq, changeHash } };
    }
    file.entries = [...file.entries, ...entries];
    return ok({ seq: file.standing.head.seq, changeHash: file.standing.head.changeHash });
  }

  private write(session: string): IpcReply<'project:writeNow'> {
    const file = this.sessions.get(session);
    if (file === undefined) return fail(noSession);
    if (this.writeFailure === null) file.writtenSeq = file.standing.head.seq;
    const write: WriteState = {
      state: this.writeFailure === null ? 'written' : 'failed',
      writtenAt: this.options.clock(),
      writtenSeq: file.writtenSeq,
      file: fileOf(file),
      message: this.writeFailure ?? '',
    };
    return ok(write);
  }

  private placeOf(file: MemoryFile): ProjectPlace {
    const counts: Record<string, number> = {};
    for (const { kind } of file.project.records.values()) counts[kind] = (counts[kind] ?? 0) + 1;
    return {
      handle: file.handle,
      ...fileOf(file),
      title: file.title,
      savedAt: this.options.clock(),
      counts,
      state: 'ok',
      note: '',
      unwritten: file.standing.head.seq - file.writtenSeq,
    };
  }
}

const noSession: IpcFailure = { reason: 'no-session', message: '这份文件已经关闭。' };
const notKept: IpcFailure = { reason: 'cannot-read', message: '这份导出的文件没有留底。' };
const broken: IpcFailure = { reason: 'chain-broken', message: '这一步接不上前一步。' };

function done<Value>(value: Value): Promise<{ readonly ok: true; readonly value: Value }> {
  return Promise.resolve(ok(value));
}

function placeIn({ seq, changeHash }: { readonly seq: number; readonly changeHash: string }) {
  return { seq, changeHash };
}

function fileOf({ title }: MemoryFile): WriteState['file'] {
  return { fileName: `${title}.gxk`, place: '文档/工学课坊' };
}

function recordOf(stored: unknown): AnyRecord {
  const record = parseRecord(stored);
  if ('problem' in record) throw new Error(record.problem);
  return record;
}
