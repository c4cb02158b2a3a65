import type { HashAt, Standing } from '@shared/core/changes/lineage';
import type { DraftHead, IpcFailure } from '@shared/ipc/contract';
import type { ProjectFile } from '@shared/formats/project-file/project-file';
import { digest } from '../files/digest';
import { codeOf } from '../files/disk';
import { lookIntoProject } from '../files/project-file';
import { readFailure } from '../files/io-failure';
import { unknownPlace } from '../journal/journal-files';
import { hashesOf, type JournalPeek } from '../journal/journal-state';
import type { Services } from '../services';
import type { Home } from './reconcile';

/** What lies at the path of a project file. */
export type Target =
  | {
      readonly found: 'file';
      readonly file: ProjectFile;
      readonly sha256: string;
      readonly bytes: Uint8Array;
    }
  | { readonly found: 'nothing' }
  /** Something that cannot be opened; `bytes` when it could at least be read. */
  | {
      readonly found: 'trouble';
      readonly failure: { reason: string; message: string };
      readonly bytes: Uint8Array | null;
    };

export async function readTarget(services: Services, path: string): Promise<Target> {
  try {
    const stat = await services.disk.stat(path);
    if (stat === null) return { found: 'nothing' };
    if (stat.type !== 'file') {
      const failure = { reason: 'not-ours', message: '这不是一个文件，没有打开。' };
      return { found: 'trouble', failure, bytes: null };
    }
    const bytes = await services.disk.readFile(path);
    const file = await services.readProject(bytes);
    if (file.ok) return { found: 'file', file: file.value, sha256: digest(bytes), bytes };
    return { found: 'trouble', failure: file.failure, bytes };
  } catch (error) {
    const failure: IpcFailure = readFailure(error);
    return { found: 'trouble', failure, bytes: null };
  }
}

export interface FoundHome extends Home {
  readonly peek: JournalPeek | null;
  readonly draft: DraftHead | null;
}

/** The journals and drafts that belong to the file at `path`; not those of other copies elsewhere. */
export async function localHomes(
  services: Services,
  target: Claimed,
  {
    peeks,
    drafts,
  }: { readonly peeks: readonly JournalPeek[]; readonly drafts: readonly DraftHead[] },
): Promise<readonly FoundHome[]> {
  const journals: JournalPeek[] = [];
  for (const peek of peeks) {
    if (await isJournalOf(services, peek, target)) journals.push(peek);
  }
  const elsewhere = new Set(
    peeks.filter((peek) => !journals.includes(peek)).map(({ meta }) => meta.copyId),
  );
  const recent = (await services.recent.read()).find(({ path }) => path === target.path);
  const own = drafts.filter(({ standing }) => {
    const { copyId } = standing.head;
    if (elsewhere.has(copyId)) return false;
    if (target.standing === null) {
      return recent?.copyId === copyId || journals.some(({ meta }) => meta.copyId === copyId);
    }
    return standing.projectId === target.standing.projectId;
  });
  const homes = journals.map((peek) => journalHome(services, peek));
  const left = new Set(peeks.filter(({ meta }) => !services.profile.owns(meta)).map(copyIdOf));
  return [
    ...homes,
    ...own.map((draft) => ({
      source: 'drafts' as const,
      standing: draft.standing,
      yields: left.has(draft.standing.head.copyId),
      peek: null,
      draft,
    })),
  ];
}

/** A path, and the standing of the project file that lies there; null = none that can be read. */
export interface Claimed {
  readonly path: string;
  readonly standing: Standing | null;
}

/** A journal among the homes. Nobody appends to one with trouble or of another life of the profile. */
export function journalHome({ profile }: Services, peek: JournalPeek): FoundHome {
  const yields = peek.hasTrouble || !profile.owns(peek.meta);
  return { source: 'journal', standing: peek.standing, yields, peek, draft: null };
}

function copyIdOf({ meta }: JournalPeek): string {
  return meta.copyId;
}

async function isJournalOf(
  services: Services,
  { meta }: JournalPeek,
  { path, standing }: Claimed,
): Promise<boolean> {
  if (meta.filePath === '') return false;
  if (standing === null) return meta.filePath === path;
  if (meta.projectId !== standing.projectId) return false;
  if (meta.filePath === path) return true;
  const { copyId } = standing.head;
  if (meta.copyId !== copyId && !Object.hasOwn(meta.lineage, copyId)) return false;
  // The file was renamed or moved by hand: its journal goes with it, unless it still lies there too.
  return meta.filePath === unknownPlace || !(await holdsProject(services, meta.filePath, standing));
}

async function holdsProject(
  services: Services,
  path: string,
  { projectId }: Standing,
): Promise<boolean> {
  try {
    if ((await services.disk.stat(path))?.type !== 'file') return false;
    const manifest = await lookIntoProject(services.disk, path);
    return manifest.ok && manifest.value.standing.projectId === projectId;
  } catch {
    // A stick that is pulled out or a folder without permission: it may well lie there.
    return true;
  }
}

/**
 * Answers hashes of earlier changes from what this machine has: the drafts at hand, and the journals of
 * all copies in whose history a home stands, whether they belong to this file or not.
 */
export async function hashesAt(services: Services, homes: readonly FoundHome[]): Promise<HashAt> {
  const known = new Map<string, string>();
  const key = (copyId: string, seq: number) => `${copyId}:${String(seq)}`;
  const learn = (place: string, hash: string) => {
    // Where journal and drafts disagree neither proves anything: the empty word is no hash.
    known.set(place, (known.get(place) ?? hash) === hash ? hash : '');
  };
  for (const { draft, standing } of homes) {
    for (const { seq, changeHash } of draft?.recentHashes ?? []) {
      learn(key(standing.head.copyId, seq), changeHash);
    }
  }
  for (const copyId of new Set(homes.map(({ standing }) => standing.head.copyId))) {
    for (const [seq, hash] of await journalHashes(services, copyId)) learn(key(copyId, seq), hash);
  }
  return (copyId, seq) => known.get(key(copyId, seq));
}

/** Empty when there is no journal of that copy here, or none that the disk gives. */
async function journalHashes(
  { disk, journals }: Services,
  copyId: string,
): Promise<ReadonlyMap<number, string>> {
  const folder = journals.folderOf(copyId);
  try {
    if ((await disk.stat(folder))?.type === 'folder') return await hashesOf(disk, folder);
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
  return new Map();
}
