import { basename, dirname, join } from 'node:path';
import { relate } from '@shared/core/changes/lineage';
import type { FileManifest } from '@shared/formats/project-file/project-file';
import type { ProjectPlace } from '@shared/ipc/contract';
import { projectExtension } from '@shared/platform/platform';
import { lookIntoProject } from '../files/project-file';
import { instant } from '../clock';
import { codeOf, type DiskStat } from '../files/disk';
import { readFailure } from '../files/io-failure';
import type { JournalPeek } from '../journal/journal-state';
import type { Services } from '../services';
import type { Lies, Shown } from './aside-list';

/** Files of one folder that are looked into; more are not a start screen any more. */
const mostListed = 300;
const missingNote = '文件不在原处了（可能已移走、改名，或U盘没有插上）。';

type Look =
  | { readonly state: 'ok'; readonly manifest: FileManifest }
  | { readonly state: 'unreadable' | 'newer'; readonly note: string };

/** Describes project files for the start screen; looks into each file once per version of it. */
export class ProjectList {
  readonly #services: Services;
  readonly #seen = new Map<string, Look>();

  constructor(services: Services) {
    this.#services = services;
  }

  async recent(): Promise<ProjectPlace[]> {
    const projects = await this.#services.recent.read();
    return this.#describe(projects.map(({ path, title }) => ({ path, title })));
  }

  /** The project files lying directly in the folder for projects, newest first. */
  async documents(): Promise<ProjectPlace[]> {
    const files = (await this.#documentPaths()).map((path) => ({ path, title: '' }));
    const places = await this.#describe(files);
    return places
      .filter(({ state }) => state !== 'missing')
      .sort((left, right) => (left.savedAt < right.savedAt ? 1 : -1));
  }

  async #documentPaths(): Promise<readonly string[]> {
    const { disk, settings } = this.#services;
    const folder = settings.current.projectsFolder;
    if ((await disk.stat(folder))?.type !== 'folder') return [];
    const names = (await disk.list(folder)).filter((name) => name.endsWith(`.${projectExtension}`));
    return names.slice(0, mostListed).map((name) => join(folder, name));
  }

  /** What the lists above show, and a look at what lies anywhere else. */
  async shown(): Promise<Shown> {
    const recent = (await this.#services.recent.read()).map(({ path }) => path);
    const documents = await this.#documentPaths();
    return { paths: new Set([...recent, ...documents]), look: (path) => this.#liesAt(path) };
  }

  async #liesAt(path: string): Promise<Lies> {
    try {
      const stat = await this.#services.disk.stat(path);
      if (stat?.type !== 'file') return { state: 'missing' };
      const look = await this.#look(path, versionOf(path, stat));
      return look.state === 'ok' ? { state: 'ok', standing: look.manifest.standing } : look;
    } catch (error) {
      if (codeOf(error) === '') throw error;
      return { state: 'unreadable' };
    }
  }

  async #describe(
    files: readonly { readonly path: string; readonly title: string }[],
  ): Promise<ProjectPlace[]> {
    const peeks = files.length === 0 ? [] : await this.#services.journals.peekAll();
    const places: ProjectPlace[] = [];
    for (const file of files) places.push(await this.#place(file, peeks));
    return places;
  }

  async #place(
    { path, title }: { readonly path: string; readonly title: string },
    peeks: readonly JournalPeek[],
  ): Promise<ProjectPlace> {
    const stem = basename(path).replace(/\.gxk$/i, '');
    const base = {
      handle: this.#services.handles.mint('project', path),
      fileName: basename(path),
      place: this.#services.place(dirname(path)),
      title: title === '' ? stem : title,
      counts: {},
      unwritten: 0,
    };
    const isHeld = peeks.some(({ meta, hasSnapshot }) => hasSnapshot && meta.filePath === path);
    const stat = await this.#services.disk.stat(path).catch(() => null);
    if (stat?.type !== 'file') {
      return { ...base, savedAt: '', state: 'missing', note: withWayBack(missingNote, isHeld) };
    }
    const savedAt = instant(stat.modified);
    const look = await this.#look(path, versionOf(path, stat));
    if (look.state !== 'ok') {
      const isLost = look.state === 'unreadable';
      return {
        ...base,
        savedAt,
        state: look.state,
        note: withWayBack(look.note, isLost && isHeld),
      };
    }
    const { manifest } = look;
    const unwritten = entriesAhead(manifest, path, peeks);
    const counts = { ...manifest.counts };
    return { ...base, title: manifest.title, counts, savedAt, unwritten, state: 'ok', note: '' };
  }

  async #look(path: string, key: string): Promise<Look> {
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    const look = await this.#read(path);
    this.#seen.set(key, look);
    return look;
  }

  async #read(path: string): Promise<Look> {
    try {
      const manifest = await lookIntoProject(this.#services.disk, path);
      if (manifest.ok) return { state: 'ok', manifest: manifest.value };
      const { reason, message } = manifest.failure;
      return { state: reason === 'too-new' ? 'newer' : 'unreadable', note: message };
    } catch (error) {
      return { state: 'unreadable', note: readFailure(error).message };
    }
  }
}

/** What is wrong with a file, and that opening it brings back what this machine holds. */
function withWayBack(note: string, isHeld: boolean): string {
  return isHeld ? `${note}打开时会用本机保存的内容找回。` : note;
}

function versionOf(path: string, { size, modified }: DiskStat): string {
  return `${path}|${String(size)}|${String(modified)}`;
}

/** Entries saved on this machine that the file does not hold yet. */
function entriesAhead(
  { standing }: FileManifest,
  path: string,
  peeks: readonly JournalPeek[],
): number {
  let most = 0;
  for (const peek of peeks) {
    if (peek.meta.filePath !== path) continue;
    if (relate(standing, peek.standing) !== 'ancestor') continue;
    const { copyId, seq } = peek.standing.head;
    const held = copyId === standing.head.copyId ? standing.head.seq : 0;
    most = Math.max(most, seq - held);
  }
  return most;
}
