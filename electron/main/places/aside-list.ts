import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { containment, type Head, type Standing } from '@shared/core/changes/lineage';
import type { AsidePlace, ProjectPlace } from '@shared/ipc/contract';
import type { Aside } from '../backups/backups';
import { instant } from '../clock';
import { codeOf } from '../files/disk';
import { type JsonFile, jsonFile } from '../files/json-file';
import { unknownPlace } from '../journal/journal-files';
import { hashesOf, type JournalPeek, lastEntries } from '../journal/journal-state';
import type { Services } from '../services';
import { isWritten } from '../session/open-project';
import { isHeldByAnother, putAside } from '../session/putting-aside';

/** What lies at a path, as far as the start screen looks. */
export type Lies =
  { readonly state: 'ok'; readonly standing: Standing } | { readonly state: ProjectPlace['state'] };

/** The files the start screen shows, and a look at any other. */
export interface Shown {
  readonly paths: ReadonlySet<string>;
  readonly look: (path: string) => Promise<Lies>;
}

const mostForgotten = 500;

/**
 * What was put aside, and what lies in a journal and in no file: whatever lies at its place now, it can
 * be opened from the start screen. Quiet: one line each, the newest of what a carried file took the
 * place of, and nothing that a file on the screen brings back by itself.
 */
export class AsideList {
  readonly #services: Services;
  readonly #forgotten: JsonFile<string[]>;

  constructor(services: Services) {
    this.#services = services;
    this.#forgotten = jsonFile(services, join(services.folders.userData, 'aside-forgotten.json'), {
      schema: z.array(z.string()).max(mostForgotten),
      empty: [],
    });
  }

  /** Newest first; `open` = the copy that is open now. */
  async list(shown: Shown, open: string | null): Promise<AsidePlace[]> {
    const forgotten = new Set(await this.#forgotten.read());
    const asides = await this.#asides();
    const copies = newestOfReplaced(asides).filter(({ path }) => !forgotten.has(basename(path)));
    const journals: JournalPeek[] = [];
    const peeks = await this.#services.journals.peekAll();
    for (const peek of peeks) {
      if (peek.meta.copyId === open || forgotten.has(keyOf(peek.standing.head))) continue;
      if (!(await this.#isReached(peek, { peeks, asides, shown }))) journals.push(peek);
    }
    const places = [...copies.map((copy) => this.#copy(copy))];
    for (const peek of journals) places.push(await this.#journal(peek));
    return places.sort((left, right) => (left.at < right.at ? 1 : -1));
  }

  /** Takes a copy off the list; it stays where it lies. */
  async forgetCopy(path: string): Promise<void> {
    await this.#forget(basename(path));
  }

  /** Takes edits without a file off the list once they are a copy among the backups; false when they could not become one. */
  async forgetJournal(peek: JournalPeek): Promise<boolean> {
    if (!(await putAside(this.#services, peek, 'unwritten'))) return false;
    const { copyId, changeHash } = peek.standing.head;
    const copy = (await this.#asides()).find(
      ({ head }) => head.copyId === copyId && head.changeHash === changeHash,
    );
    if (copy !== undefined) await this.#forget(basename(copy.path));
    await this.#forget(keyOf(peek.standing.head));
    return true;
  }

  async #forget(name: string): Promise<void> {
    const before = (await this.#forgotten.read()).filter((other) => other !== name);
    await this.#forgotten.write([...before, name].slice(-mostForgotten));
  }

  async #asides(): Promise<readonly Aside[]> {
    try {
      return await this.#services.backups.asides();
    } catch (error) {
      if (codeOf(error) === '') throw error;
      this.#services.log(`what was put aside cannot be listed: ${codeOf(error)}`);
      return [];
    }
  }

  /** True when something else on the screen opens what the journal holds. */
  async #isReached(peek: JournalPeek, { peeks, asides, shown }: Surroundings): Promise<boolean> {
    if (!peek.hasSnapshot || isHeldByAnother(peek, peeks)) return true;
    if (asides.some(({ head }) => keyOf(head) === keyOf(peek.standing.head))) return true;
    return (await this.#isInFile(peek, shown)) || this.#isBroughtBack(peek, shown);
  }

  /** True when a file has what the journal holds, or opens the journal with it. */
  async #isInFile(peek: JournalPeek, shown: Shown): Promise<boolean> {
    const { meta, standing } = peek;
    const hashes = await this.#hashes(peek);
    for (const path of new Set([...shown.paths, meta.filePath])) {
      const lies = await shown.look(path);
      if (!('standing' in lies) || lies.standing.projectId !== meta.projectId) continue;
      if (containment(lies.standing, standing.head, hashes) === 'proven') return true;
      if (!shown.paths.has(path)) continue;
      if (path === meta.filePath) return true;
      if (isOfCopy(peek, lies.standing) && (await this.#isAstray(peek, shown))) return true;
    }
    return false;
  }

  /** True when the file of a journal is not where it was: the journal goes with it where it turns up. */
  async #isAstray({ meta }: JournalPeek, { look }: Shown): Promise<boolean> {
    if (meta.filePath === '') return false;
    if (meta.filePath === unknownPlace) return true;
    const lies = await look(meta.filePath);
    if ('standing' in lies) return lies.standing.projectId !== meta.projectId;
    return lies.state === 'missing';
  }

  /** True when opening the place of the journal gives back what it holds, or when a person removed a file that had it all. */
  async #isBroughtBack(peek: JournalPeek, { paths, look }: Shown): Promise<boolean> {
    const { filePath } = peek.meta;
    if (filePath === '' || filePath === unknownPlace) return false;
    const { state } = await look(filePath);
    if (state === 'missing') return paths.has(filePath) || isWritten(peek);
    if (state === 'unreadable') return paths.has(filePath);
    return state === 'newer' && paths.has(filePath) && !isWritten(peek);
  }

  async #hashes({ folder, meta }: JournalPeek) {
    const known = await hashesOf(this.#services.disk, folder);
    return (copyId: string, seq: number) => (copyId === meta.copyId ? known.get(seq) : undefined);
  }

  #copy({ path, reason, at, title }: Aside): AsidePlace {
    return {
      handle: this.#services.handles.mint('backup', path),
      source: 'copy',
      reason,
      title,
      at,
      fileName: basename(path),
      place: this.#services.place(dirname(path)),
    };
  }

  async #journal(peek: JournalPeek): Promise<AsidePlace> {
    const { folder, meta, standing } = peek;
    const { handles, disk, place } = this.#services;
    const [last] = await lastEntries(disk, folder, { seq: standing.head.seq, count: 1 }).then(
      (entries) => entries.slice(-1),
    );
    const isPath = meta.filePath.length > 1;
    return {
      handle: handles.mint('journal', folder),
      source: 'journal',
      reason: 'unwritten',
      title: meta.title,
      at: last?.at ?? (await this.#since(folder)),
      fileName: isPath ? basename(meta.filePath) : '',
      place: isPath ? place(dirname(meta.filePath)) : '',
    };
  }

  async #since(folder: string): Promise<string> {
    const stat = await this.#services.disk.stat(folder);
    return stat === null ? '' : instant(stat.modified);
  }
}

interface Surroundings {
  readonly peeks: readonly JournalPeek[];
  readonly asides: readonly Aside[];
  readonly shown: Shown;
}

function isOfCopy({ meta }: JournalPeek, { head }: Standing): boolean {
  return meta.copyId === head.copyId || Object.hasOwn(meta.lineage, head.copyId);
}

/** Of what a carried file took the place of, the newest of each project. */
function newestOfReplaced(asides: readonly Aside[]): readonly Aside[] {
  const newest = new Map<string, Aside>();
  for (const aside of asides) if (aside.reason === 'replaced') newest.set(aside.projectId, aside);
  return asides.filter(
    (aside) => aside.reason !== 'replaced' || newest.get(aside.projectId) === aside,
  );
}

function keyOf({ copyId, seq, changeHash }: Head): string {
  return `${copyId}:${String(seq)}:${changeHash}`;
}
