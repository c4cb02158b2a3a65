import { copyCode, newId, projectCode } from '@shared/core/kernel/id';
import { originHash, type Standing } from '@shared/core/changes/lineage';
import type { StoredEntry } from '@shared/core/changes/entry';
import type { Project } from '@shared/core/model/project';
import { summaryOf } from '@shared/formats/project-file/summary';
import type { Random } from '@shared/core/kernel/random';
import { writeProject } from '../files/project-file';
import { Journal } from '../journal/journal';
import type { Services } from '../services';
import type { CarriedParts } from './carried-parts';
import type { KnownFile } from './file-writer';
import { sessionBase } from './session-of-journal';
import { Session } from './session';

/** Where a project that was just made stands. */
export function firstStanding(random: Random): Standing {
  const projectId = newId(projectCode, random);
  const head = { copyId: newId(copyCode, random), seq: 0, changeHash: originHash(projectId) };
  return { projectId, head, lineage: {} };
}

export interface NewCopy {
  readonly path: string;
  readonly known: KnownFile;
  readonly standing: Standing;
  readonly project: Project;
  readonly carried: CarriedParts;
  /** Entries that led to the standing, for the history. */
  readonly earlier: readonly StoredEntry[];
}

/** Makes the journal of a copy and a session on it; the file is not written yet. */
export async function newSession(services: Services, copy: NewCopy): Promise<Session> {
  const { path, known, standing, project, carried, earlier } = copy;
  const { projectId, head, lineage } = standing;
  const { copyId, seq, changeHash } = head;
  const snapshot = writeProject({
    ...carried,
    standing,
    records: project.records.values(),
  });
  if (!snapshot.ok) throw new Error(snapshot.failure.message);
  const { title } = summaryOf(project);
  const start = { seq, changeHash };
  const owner = services.profile.life;
  const journal = await Journal.create(services, services.journals.folderOf(copyId), {
    meta: { format: 1, projectId, copyId, start, lineage, filePath: path, title, owner },
    snapshot: snapshot.value,
    earlier,
  });
  const base = await sessionBase(services, path, known);
  return new Session(services, { ...base, standing, project, carried, journal });
}
