import { basename } from 'node:path';
import { containment, type Head } from '@shared/core/changes/lineage';
import type { AsideReason } from '../backups/backup-names';
import { writeFailure } from '../files/io-failure';
import { writeProject } from '../files/project-file';
import { writeMeta } from '../journal/journal';
import { unknownPlace } from '../journal/journal-files';
import { type JournalPeek, type JournalState, loadJournal } from '../journal/journal-state';
import type { Services } from '../services';
import { carriedParts } from './carried-parts';
import type { Claimed, FoundHome } from './gather-homes';
import { holds } from './reconcile';

/** The project file of a journal's state; throws when it may not be written as one. */
export function bytesOf({ standing, project, base }: JournalState): Uint8Array {
  const records = project.records.values();
  const bytes = writeProject({ ...carriedParts(base, null), standing, records });
  if (!bytes.ok) throw new Error(bytes.failure.message);
  return bytes.value;
}

/**
 * Keeps what a journal holds as a copy that opens, once for each state. False when that was not
 * possible: the journal stays as it is, and what it holds is offered at the next start.
 */
export async function putAside(
  services: Services,
  peek: JournalPeek,
  reason: AsideReason,
): Promise<boolean> {
  const { disk, backups, log } = services;
  try {
    if (await isPutAside(services, peek.standing.head)) return true;
    const state = await loadJournal(disk, peek);
    if (state === undefined) return false;
    await backups.keep(reason, { bytes: bytesOf(state), title: peek.meta.title });
    return state.whole && !state.hasTrouble;
  } catch (error) {
    log(`not put aside (${reason}): ${writeFailure(error).reason}`);
    return false;
  }
}

async function isPutAside({ backups }: Services, { copyId, changeHash }: Head): Promise<boolean> {
  return (await backups.asides()).some(
    ({ head }) => head.copyId === copyId && head.changeHash === changeHash,
  );
}

/**
 * Before the file is taken instead of what this machine holds: the newest of what is held becomes a copy.
 * Nobody is asked, since the file goes on from it; but a file that was emptied goes on from it as well.
 */
export async function keepReplaced(services: Services, homes: readonly FoundHome[]): Promise<void> {
  const file = homes.find(({ source }) => source === 'file');
  const nothing = () => undefined;
  const older = homes.filter(
    (home) => home.peek?.hasSnapshot === true && file !== undefined && !holds(home, file, nothing),
  );
  for (const home of older) {
    // What a later journal of this machine holds was left behind here, not replaced from outside.
    const isNewest = homes.every(
      (other) => other === home || other.peek === null || !holds(other, home, nothing),
    );
    if (isNewest && home.peek !== null) await putAside(services, home.peek, 'replaced');
  }
}

/**
 * Another project lies where a journal wrote its file: what the journal holds becomes a copy, and it
 * waits for its own file to turn up somewhere else. Comes back with the words to tell.
 */
export async function makeRoom(
  services: Services,
  { path, standing }: Claimed,
  peeks: readonly JournalPeek[],
): Promise<readonly string[]> {
  const told: string[] = [];
  for (const peek of peeks) {
    const { meta, folder, hasSnapshot } = peek;
    if (meta.filePath !== path || standing === null || meta.projectId === standing.projectId) {
      continue;
    }
    if (!hasSnapshot || isHeldByAnother(peek, peeks)) continue;
    if (!(await putAside(services, peek, 'place-taken'))) continue;
    await writeMeta(services, folder, { ...meta, filePath: unknownPlace });
    const title = meta.title === '' ? basename(path) : meta.title;
    told.push(
      `“${basename(path)}”的位置上以前是“${title}”，现在是这个专业；以前那份已另存一份副本，开始页的“收起来的”里可以打开。`,
    );
  }
  return told;
}

/** True when a later journal of this machine was made from everything that this one holds. */
export function isHeldByAnother(peek: JournalPeek, peeks: readonly JournalPeek[]): boolean {
  return peeks.some((other) => {
    if (other.folder === peek.folder || !other.hasSnapshot) return false;
    if (other.meta.projectId !== peek.meta.projectId) return false;
    if (containment(other.standing, peek.standing.head) !== 'proven') return false;
    // Two copies nobody has changed since they were made hold each other: the first one counts.
    const isMutual = containment(peek.standing, other.standing.head) === 'proven';
    return !isMutual || other.meta.copyId < peek.meta.copyId;
  });
}
