import { basename, join } from 'node:path';
import { containment, type Head, relate, type Standing } from '@shared/core/changes/lineage';
import { instant } from '../clock';
import { digest } from '../files/digest';
import { readProjectManifest, type ReadsProject } from '../files/project-file';
import { codeOf } from '../files/disk';
import { writeFailure } from '../files/io-failure';
import { removeQuietly, replaceFile, type Replacing } from '../files/replace-file';
import { freePath } from '../files/safe-name';
import { Queue } from '../queue';
import type { BackupHealth } from './backup-health';
import { BackupList, type Listed } from './backup-list';
import {
  type AsideReason,
  type BackupReason,
  backupStem,
  isAsideReason,
  localDay,
  readBackupName,
} from './backup-names';

const betweenBackups = 10 * 60 * 1000;
const keptAuto = 20;
const keptDaily = 30;
const keptReplaced = 20;
const week = 7 * 24 * 60 * 60 * 1000;

/** One backup as it lies in the folder. */
export interface Backup {
  readonly path: string;
  readonly reason: BackupReason;
  /** UTC instant. */
  readonly at: string;
  readonly standing: Standing;
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** Its bytes are the ones that were read back after writing. */
  readonly verified: boolean;
}

export interface BackupContent {
  readonly bytes: Uint8Array;
  readonly standing: Standing;
  readonly title: string;
}

/** A copy of something that was put aside, as the list tells of it. */
export interface Aside {
  readonly path: string;
  readonly reason: AsideReason;
  readonly at: string;
  readonly title: string;
  readonly projectId: string;
  readonly head: Head;
}

/** What backups are kept with: where their state is noted, and how a large one is read without harm. */
interface Around {
  readonly log: (line: string) => void;
  readonly readProject: ReadsProject;
  readonly health: BackupHealth;
}

/**
 * The folder of backups: the last 20, one a day for 30 days, and single ones with a reason. Only
 * backups that a state descends from give way to it: an emptied or foreign state pushes nothing out.
 * What is newer is told by ancestry; the clock of the machine may be wrong.
 */
export class Backups {
  readonly #tools: Replacing;
  readonly #folder: () => string;
  readonly #health: BackupHealth;
  readonly #readProject: ReadsProject;
  readonly #log: (line: string) => void;
  readonly #list: BackupList;
  readonly #keeping = new Queue();
  readonly #seen = new Map<string, Omit<Backup, 'reason' | 'at'> & { readonly sha256: string }>();

  constructor(tools: Replacing, folder: () => string, around: Around) {
    this.#tools = tools;
    this.#folder = folder;
    this.#health = around.health;
    this.#log = around.log;
    this.#readProject = around.readProject;
    this.#list = new BackupList(tools, folder);
  }

  /** Keeps a written state if the last backup is old enough. Never throws: a backup is not the work. */
  async keepRegular(content: BackupContent): Promise<void> {
    try {
      await this.#keepIfDue(content);
      await this.#health.noteMade();
      await this.#readOneBack();
    } catch (error) {
      const { reason, message } = writeFailure(error);
      this.#log(`backup failed: ${reason}`);
      await this.#health.noteFailed(message);
    }
  }

  async #keepIfDue(content: BackupContent): Promise<void> {
    const now = this.#tools.clock.now();
    const line = await this.#lineOf(content.standing);
    const newest = line[0];
    if (newest !== undefined) {
      if (relate(newest.standing, content.standing) === 'same') return;
      // One with a time to come was made while the clock was wrong: it is no reason to wait.
      if (Math.abs(now - Date.parse(newest.at)) < betweenBackups) return;
    }
    const today = localDay(new Date(now));
    const hasToday = line.some(
      ({ reason, at }) => reason === 'daily' && localDay(new Date(at)) === today,
    );
    await this.keep(hasToday ? 'auto' : 'daily', content);
    await this.#prune(await this.#lineOf(content.standing));
  }

  /** Good backups of states that this one descends from, newest first; those with a reason stay for ever. */
  async #lineOf(state: Standing): Promise<readonly Backup[]> {
    const line = (await this.list()).filter(
      ({ standing, verified, reason }) =>
        (reason === 'auto' || reason === 'daily' || reason === 'replaced') &&
        verified &&
        ['ancestor', 'same'].includes(relate(standing, state)),
    );
    return byAncestry(line);
  }

  /** Once a week one backup is read whole, another each week: a disk that fails says so before it is needed. */
  async #readOneBack(): Promise<void> {
    if (!(await this.#health.isReadBackDue())) return;
    const regular = (await this.#list.read()).filter(
      ({ reason }) => reason === 'auto' || reason === 'daily',
    );
    // The newest was read back when it was made.
    const older = regular.slice(0, -1);
    const turn = Math.floor(this.#tools.clock.now() / week);
    const chosen = older[((turn % older.length) + older.length) % older.length];
    if (chosen === undefined) return;
    await this.#health.noteReadBack((await this.#isWhole(chosen)) ? null : chosen.fileName);
  }

  /** One that a person took away is no trouble. */
  async #isWhole({ fileName }: Listed): Promise<boolean> {
    const path = join(this.#folder(), fileName);
    try {
      if ((await this.#tools.disk.stat(path)) === null) return true;
      return (await this.#readProject(await this.#tools.disk.readFile(path))).ok;
    } catch (error) {
      if (codeOf(error) === '') throw error;
      return false;
    }
  }

  /** Keeps a state, or foreign bytes as they are; comes back with its path once it was read back. */
  keep(
    reason: BackupReason,
    { bytes, title }: Pick<BackupContent, 'bytes' | 'title'>,
  ): Promise<string> {
    return this.#keeping.run(async () => {
      const { disk, clock } = this.#tools;
      const sha256 = digest(bytes);
      const folder = this.#folder();
      await disk.makeFolder(folder);
      const list = await this.#list.read();
      const known = isAsideReason(reason) ? await this.#sameAside(list, sha256) : undefined;
      if (known !== undefined) return known;
      const now = clock.now();
      const stem = backupStem(title, new Date(now), reason);
      const path = await freePath(disk, folder, { stem, extension: 'gxk' });
      await replaceFile(this.#tools, { path, bytes });
      const entry = { fileName: basename(path), sha256, reason, at: instant(now) };
      await this.#list.add(isAsideReason(reason) ? { ...entry, ...described(bytes) } : entry);
      return path;
    });
  }

  /** The path of a copy with these very bytes that was put aside before. */
  async #sameAside(list: readonly Listed[], sha256: string): Promise<string | undefined> {
    for (const listed of list) {
      if (listed.sha256 !== sha256 || !isAsideReason(listed.reason)) continue;
      const path = join(this.#folder(), listed.fileName);
      if ((await this.#tools.disk.stat(path))?.type === 'file') return path;
    }
    return undefined;
  }

  /** The copies that were put aside and still lie there, newest last; told by the list, not read. */
  async asides(): Promise<readonly Aside[]> {
    const asides: Aside[] = [];
    for (const listed of await this.#list.read()) {
      const { fileName, reason, at, title, projectId, head } = listed;
      if (!isAsideReason(reason) || title === undefined || head === undefined) continue;
      const path = join(this.#folder(), fileName);
      if ((await this.#tools.disk.stat(path))?.type !== 'file') continue;
      asides.push({ path, reason, at, title, projectId: projectId ?? '', head });
    }
    return asides;
  }

  /** All backups that can be read, newest first; one that cannot be read hides no other. */
  async list(): Promise<readonly Backup[]> {
    const { disk } = this.#tools;
    const folder = this.#folder();
    if ((await disk.stat(folder))?.type !== 'folder') return [];
    const listed = new Map((await this.#listed()).map((entry) => [entry.fileName, entry]));
    const backups: Backup[] = [];
    for (const name of await disk.list(folder)) {
      if (!name.endsWith('.gxk')) continue;
      const backup = await this.#tryLook(join(folder, name), listed.get(name));
      if (backup !== undefined) backups.push(backup);
    }
    return backups.sort((left, right) => (left.at < right.at ? 1 : -1));
  }

  /** Where the disk refuses the list, the backups are shown as they are, not as checked ones. */
  async #listed(): Promise<readonly Listed[]> {
    try {
      return await this.#list.read();
    } catch (error) {
      if (codeOf(error) === '') throw error;
      this.#log(`the list of backups cannot be read: ${codeOf(error)}`);
      return [];
    }
  }

  async #tryLook(path: string, listed: Listed | undefined): Promise<Backup | undefined> {
    try {
      return await this.#look(path, listed);
    } catch (error) {
      if (codeOf(error) === '') throw error;
      this.#log(`a backup cannot be read: ${codeOf(error)}`);
      return undefined;
    }
  }

  async #look(path: string, listed: Listed | undefined): Promise<Backup | undefined> {
    const found = await this.#tools.disk.stat(path);
    if (found?.type !== 'file') return undefined;
    const key = `${path}|${String(found.size)}|${String(found.modified)}`;
    const known = this.#seen.get(key);
    const look = known ?? (await this.#read(path));
    if (look === undefined) return undefined;
    this.#seen.set(key, look);
    const named = readBackupName(basename(path));
    const { sha256, ...rest } = look;
    return {
      ...rest,
      reason: (listed?.reason as BackupReason | undefined) ?? named?.reason ?? 'auto',
      at: listed?.at ?? instant(named?.at.getTime() ?? found.modified),
      verified: listed?.sha256 === sha256,
    };
  }

  async #read(
    path: string,
  ): Promise<(Omit<Backup, 'reason' | 'at'> & { sha256: string }) | undefined> {
    const bytes = await this.#tools.disk.readFile(path);
    const manifest = readProjectManifest(bytes);
    if (!manifest.ok) return undefined;
    const { standing, title, counts } = manifest.value;
    const sha256 = digest(bytes);
    return { path, standing, title, counts, bytes: bytes.length, verified: false, sha256 };
  }

  async #prune(line: readonly Backup[]): Promise<void> {
    const over = [
      ...line.filter(({ reason }) => reason === 'auto').slice(keptAuto),
      ...line.filter(({ reason }) => reason === 'daily').slice(keptDaily),
      ...line.filter(({ reason }) => reason === 'replaced').slice(keptReplaced),
    ];
    if (over.length === 0) return;
    for (const { path } of over) await removeQuietly(this.#tools.disk, path);
    await this.#list.remove(new Set(over.map(({ path }) => basename(path))));
  }
}

/** Newest first: one that another descends from comes after it, whatever the clock said; else by time. */
function byAncestry(backups: readonly Backup[]): readonly Backup[] {
  const depth = (backup: Backup) =>
    backups.filter(({ standing }) => containment(backup.standing, standing.head) !== 'no').length;
  return backups
    .map((backup) => ({ backup, depth: depth(backup) }))
    .sort((left, right) => right.depth - left.depth || (left.backup.at < right.backup.at ? 1 : -1))
    .map(({ backup }) => backup);
}

/** Title, project and head of a copy, when the bytes are a project file. */
function described(bytes: Uint8Array): Pick<Listed, 'title' | 'projectId' | 'head'> {
  const manifest = readProjectManifest(bytes);
  if (!manifest.ok) return {};
  const { title, standing } = manifest.value;
  return { title, projectId: standing.projectId, head: standing.head };
}
