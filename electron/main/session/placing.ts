import { dirname, extname } from 'node:path';
import { copyCode, newId } from '@shared/core/kernel/id';
import { forkStanding } from '@shared/core/changes/lineage';
import { projectExtension } from '@shared/platform/platform';
import { digest } from '../files/digest';
import { freePath, safeStem } from '../files/safe-name';
import type { Services } from '../services';
import type { KnownFile } from './file-writer';
import { newSession } from './new-session';
import type { Session } from './session';

const nothingThere: KnownFile = { sha256: null, writtenAt: '', writtenSeq: -1 };

/** 另存为: ends the session and starts a copy of its own at another place. */
export async function copyTo(
  services: Services,
  session: Session,
  picked: string,
): Promise<Session> {
  const path = extname(picked) === `.${projectExtension}` ? picked : `${picked}.gxk`;
  const known = await keepWhatLies(services, path, session.title);
  await session.close();
  return continued(services, session, { path, known });
}

/** Leaves the file to whoever changed it and goes on beside it, under a name that says whose it is. */
export async function moveBeside(services: Services, session: Session): Promise<Session> {
  const stem = `${safeStem(session.title)}（我的）`;
  const folder = dirname(session.writer.path);
  const path = await freePath(services.disk, folder, { stem, extension: projectExtension });
  await session.end();
  const beside = await continued(services, session, { path, known: nothingThere });
  // Only now: until the other journal is there, this one is all that holds the work.
  await session.journal?.relocate('', session.title);
  return beside;
}

/** Puts the session's state among the backups and ends it; its journal claims the file no more. */
export async function setAside(services: Services, session: Session): Promise<void> {
  const { standing } = session;
  await keepState(services, session);
  await session.end();
  // What was saved while the copy was being written belongs into one as well.
  if (session.standing !== standing) await keepState(services, session);
  await session.journal?.relocate('', session.title);
}

async function keepState({ backups }: Services, session: Session): Promise<void> {
  const bytes = session.bytes();
  if (!bytes.ok) throw new Error(bytes.failure.message);
  await backups.keep('set-aside', { bytes: bytes.value, title: session.title });
}

/** Keeps whatever lies at a path as a backup: a person agreed to replace it, and may have erred. */
export async function keepWhatLies(
  { disk, backups }: Services,
  path: string,
  title: string,
): Promise<KnownFile> {
  if ((await disk.stat(path)) === null) return nothingThere;
  const bytes = await disk.readFile(path);
  await backups.keep('set-aside', { bytes, title });
  return { sha256: digest(bytes), writtenAt: '', writtenSeq: -1 };
}

function continued(
  services: Services,
  session: Session,
  target: { readonly path: string; readonly known: KnownFile },
): Promise<Session> {
  const { project, carried } = session;
  const standing = forkStanding(session.standing, newId(copyCode, services.random));
  return newSession(services, { ...target, standing, project, carried, earlier: [] });
}
