import { join } from 'node:path';
import { relate, type Standing } from '@shared/core/changes/lineage';
import { lookIntoProject } from '../files/project-file';
import { codeOf } from '../files/disk';
import { removeQuietly } from '../files/replace-file';
import type { Services } from '../services';
import { listJournal, metaName, segmentName, snapshotName, unknownPlace } from './journal-files';
import { type JournalPeek, loadJournal, peekJournal } from './journal-state';

/** Journals in which nobody has written for so long. */
const restingFor = 30 * 24 * 60 * 60 * 1000;

/**
 * Takes the snapshots out of journals that the open copy has left behind (a file carried to and fro
 * makes a journal every time it comes back). Their entries stay, as the older history. Only when two
 * others hold the state beyond doubt: the journal of this copy, rebuilt to its end, and the project
 * file, read back. A journal whose own file still stands where it was is left alone.
 */
export async function pruneJournals(
  services: Services,
  open: { readonly standing: Standing; readonly path: string },
): Promise<void> {
  const left = await leftBehind(services, open.standing);
  if (left.length === 0 || !(await areBothWhole(services, open))) return;
  for (const { folder } of left) {
    for (const seq of (await listJournal(services.disk, folder)).snapshots) {
      await removeQuietly(services.disk, join(folder, snapshotName(seq)));
    }
  }
}

/** Journals whose newest state is, hash by hash, the one this copy was made from. */
async function leftBehind(
  services: Services,
  { projectId, lineage }: Standing,
): Promise<readonly JournalPeek[]> {
  const found: JournalPeek[] = [];
  for (const [copyId, { seq, changeHash }] of Object.entries(lineage)) {
    const peek = await peekAt(services, services.journals.folderOf(copyId));
    if (peek === undefined || !isAt(peek, { projectId, seq, changeHash })) continue;
    if (!(await isResting(services, peek)) || (await isStillUsed(services, peek))) continue;
    found.push(peek);
  }
  return found;
}

function isAt(
  { meta, standing, hasTrouble, hasSnapshot }: JournalPeek,
  place: { readonly projectId: string; readonly seq: number; readonly changeHash: string },
): boolean {
  const { seq, changeHash } = standing.head;
  if (hasTrouble || !hasSnapshot || meta.projectId !== place.projectId) return false;
  return seq === place.seq && changeHash === place.changeHash;
}

async function peekAt({ disk }: Services, folder: string): Promise<JournalPeek | undefined> {
  if ((await disk.stat(folder))?.type !== 'folder') return undefined;
  return peekJournal(disk, folder);
}

async function isResting({ disk, clock }: Services, { folder }: JournalPeek): Promise<boolean> {
  const { segments } = await listJournal(disk, folder);
  for (const name of [metaName, ...segments.map(segmentName)]) {
    const found = await disk.stat(join(folder, name));
    if (found !== null && clock.now() - found.modified < restingFor) return false;
  }
  return true;
}

/** True when the file of a journal may still be the one that it was written for. */
async function isStillUsed({ disk }: Services, { meta }: JournalPeek): Promise<boolean> {
  if (meta.filePath === '') return false;
  if (meta.filePath === unknownPlace) return true;
  try {
    if ((await disk.stat(meta.filePath)) === null) return false;
    const file = await lookIntoProject(disk, meta.filePath);
    return !file.ok || file.value.standing.head.copyId === meta.copyId;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return true;
  }
}

async function areBothWhole(
  services: Services,
  { standing, path }: { readonly standing: Standing; readonly path: string },
): Promise<boolean> {
  const { disk, journals, readProject } = services;
  const own = await peekAt(services, journals.folderOf(standing.head.copyId));
  const state = own && (await loadJournal(disk, own));
  if (state?.whole !== true || relate(state.standing, standing) !== 'same') return false;
  const file = await readProject(await disk.readFile(path));
  return file.ok && relate(file.value.standing, standing) === 'same';
}
