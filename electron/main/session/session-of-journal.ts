import { newId } from '@shared/core/kernel/id';
import type { Standing } from '@shared/core/changes/lineage';
import { instant } from '../clock';
import { codeOf } from '../files/disk';
import { digest } from '../files/digest';
import { Journal } from '../journal/journal';
import type { JournalPeek, JournalState } from '../journal/journal-state';
import type { Services } from '../services';
import { carriedParts } from './carried-parts';
import { FileWriter, type KnownFile } from './file-writer';
import type { Found } from './opening';
import { Session } from './session';

/** A session on a journal's state; the file, which may be older or missing, is written soon. */
export async function sessionOfJournal(
  services: Services,
  found: Found,
  { peek, state }: { readonly peek: JournalPeek; readonly state: JournalState },
): Promise<Session> {
  const { path, target } = found;
  const session = new Session(services, {
    ...(await sessionBase(services, path, await knownFile(services, found, state.standing))),
    standing: state.standing,
    project: state.project,
    carried: carriedParts(state.base, target.found === 'file' ? target.file : null),
    journal: await resume(services, path, peek),
  });
  return session;
}

/** What the writer may replace at the path: exactly what was found there. */
export async function knownFile(
  services: Services,
  { path, target }: Found,
  standing: Standing,
): Promise<KnownFile> {
  if (target.found === 'nothing') return { sha256: null, writtenAt: '', writtenSeq: -1 };
  if (target.found === 'trouble') {
    const sha256 = target.bytes === null ? '' : digest(target.bytes);
    return { sha256, writtenAt: '', writtenSeq: -1 };
  }
  const { head } = target.file.standing;
  const writtenSeq = head.copyId === standing.head.copyId ? head.seq : 0;
  return { sha256: target.sha256, writtenAt: await writtenAt(services, path), writtenSeq };
}

export async function resume(
  services: Services,
  path: string,
  peek: JournalPeek,
): Promise<Journal> {
  const { seq, changeHash } = peek.standing.head;
  const journal = await Journal.resume(services, peek.folder, {
    meta: peek.meta,
    head: { seq, changeHash },
  });
  await journal.relocate(path, peek.meta.title);
  return journal;
}

/** What every session needs besides its state. */
export async function sessionBase(services: Services, path: string, known: KnownFile) {
  return {
    id: newId('s', services.random),
    writer: new FileWriter(services, { path, known }, services.place),
    readOnly: known.sha256 !== null && (await isReadOnly(services, path)),
  };
}

export async function writtenAt(services: Services, path: string): Promise<string> {
  const found = await services.disk.stat(path);
  return found === null ? '' : instant(found.modified);
}

async function isReadOnly(services: Services, path: string): Promise<boolean> {
  try {
    await services.disk.checkWritable(path);
    return false;
  } catch (error) {
    return ['EACCES', 'EROFS', 'EPERM'].includes(codeOf(error));
  }
}
