import { basename, join } from 'node:path';
import * as z from 'zod';
import { relate, type Standing } from '@shared/core/changes/lineage';
import { instant } from '../clock';
import { digest } from '../files/digest';
import { readProjectManifest } from '../files/project-file';
import { writeFailure } from '../files/io-failure';
import { jsonFile } from '../files/json-file';
import { removeQuietly, replaceFile, type Replacing } from '../files/replace-file';
import { freePath } from '../files/safe-name';
import { type BackupReason, backupStem, localDay, readBackupName } from './backup-names';

const listName = '备份清单.json';
const betweenBackups = 10 * 60 * 1000;
const keptAuto = 20;
const keptDaily = 30;

const listSchema = z.array(
  z.object({ fileName: z.string(), sha256: z.string(), reason: z.string(), at: z.string() }),
);
type Listed = z.output<typeof listSchema>[number];

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

/**
 * The folder of backups: the last 20, one a day for 30 days, and single ones with a reason. Only
 * backups that a state descends from give way to it: an emptied or foreign state pushes nothing out.
 */
export class Backups {
  readonly #tools: Replacing;
  readonly #folder: () => string;
  readonly #log: (line: string) => void;
  readonly #seen = new Map<string, Omit<Backup, 'reason' | 'at'> & { readonly sha256: string }>();

  constructor(tools: Replacing, folder: () => string, log: (line: string) => void) {
    this.#tools = tools;
    this.#folder = folder;
    this.#log = log;
  }

  /** Keeps a written state if the last backup is old enough. Never throws: a backup is not the work. */
  async keepRegular(content: BackupContent): Promise<void> {
    try {
      const now = this.#tools.clock.now();
      const line = await this.#lineOf(content.standing);
      const newest = line[0];
      if (newest !== undefined) {
        if (relate(newest.standing, content.standing) === 'same') return;
        if (now - Date.parse(newest.at) < betweenBackups) return;
      }
      const today = localDay(new Date(now));
      const hasToday = line.some(
        ({ reason, at }) => reason === 'daily' && localDay(new Date(at)) === today,
      );
      await this.keep(hasToday ? 'auto' : 'daily', content);
      await this.#prune(await this.#lineOf(content.standing));
    } catch (error) {
      this.#log(`backup failed: ${writeFailure(error).reason}`);
    }
  }

  /** Good regular backups of states that this one descends from, newest first. */
  async #lineOf(state: Standing): Promise<readonly Backup[]> {
    return (await this.list()).filter(
      ({ standing, verified, reason }) =>
        (reason === 'auto' || reason === 'daily') &&
        verified &&
        ['ancestor', 'same'].includes(relate(standing, state)),
    );
  }

  /** Keeps a state, or foreign bytes as they are; comes back with its path once it was read back. */
  async keep(
    reason: BackupReason,
    { bytes, title }: Pick<BackupContent, 'bytes' | 'title'>,
  ): Promise<string> {
    const { disk, clock } = this.#tools;
    const folder = this.#folder();
    await disk.makeFolder(folder);
    const now = clock.now();
    const stem = backupStem(title, new Date(now), reason);
    const path = await freePath(disk, folder, { stem, extension: 'gxk' });
    await replaceFile(this.#tools, { path, bytes });
    const entry = { fileName: basename(path), sha256: digest(bytes), reason, at: instant(now) };
    await this.#list().write([...(await this.#list().read()), entry]);
    return path;
  }

  /** All backups that can be read, newest first. */
  async list(): Promise<readonly Backup[]> {
    const { disk } = this.#tools;
    const folder = this.#folder();
    if ((await disk.stat(folder))?.type !== 'folder') return [];
    const listed = new Map((await this.#list().read()).map((entry) => [entry.fileName, entry]));
    const backups: Backup[] = [];
    for (const name of await disk.list(folder)) {
      if (!name.endsWith('.gxk')) continue;
      const backup = await this.#look(join(folder, name), listed.get(name));
      if (backup !== undefined) backups.push(backup);
    }
    return backups.sort((left, right) => (left.at < right.at ? 1 : -1));
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
    ];
    if (over.length === 0) return;
    for (const { path } of over) await removeQuietly(this.#tools.disk, path);
    const gone = new Set(over.map(({ path }) => basename(path)));
    const left = (await this.#list().read()).filter(({ fileName }) => !gone.has(fileName));
    await this.#list().write(left);
  }

  #list() {
    const path = join(this.#folder(), listName);
    return jsonFile(this.#tools, path, { schema: listSchema, empty: [] });
  }
}
