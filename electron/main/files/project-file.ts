import { fail, type Result } from '@shared/core/kernel/result';
import { fileFailure, type ProjectFileFailure } from '@shared/formats/project-file/failure';
import type { FileManifest, ProjectFile } from '@shared/formats/project-file/project-file';
import { readManifest, readManifestAt } from '@shared/formats/project-file/read-manifest';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import {
  type ProjectFileContent,
  writeProjectFile,
} from '@shared/formats/project-file/write-project-file';
import { digest } from './digest';
import type { Disk } from './disk';

/** Project files as the shell reads and writes them: with the checksums of Node, which is faster at it. */

/** Reads a project file, here or in a process of its own. */
export type ReadsProject = (bytes: Uint8Array) => Promise<Result<ProjectFile, ProjectFileFailure>>;

/** Reads a project file completely, or says why not; fails as `readProjectFile` does. */
export function readProject(bytes: Uint8Array): Result<ProjectFile, ProjectFileFailure> {
  return readProjectFile(bytes, digest);
}

/** Reads only what a file says about itself; fails as `readManifest` does. */
export function readProjectManifest(bytes: Uint8Array): Result<FileManifest, ProjectFileFailure> {
  return readManifest(bytes, digest);
}

/**
 * The same from the disk: a few pieces of the file are read, never the whole, however large it is.
 * @throws what the disk throws.
 */
export async function lookIntoProject(
  disk: Disk,
  path: string,
): Promise<Result<FileManifest, ProjectFileFailure>> {
  const stat = await disk.stat(path);
  if (stat?.type !== 'file') return fail(fileFailure('not-ours', 'no file'));
  const read = (at: number, length: number) => disk.readAt(path, at, length);
  return readManifestAt({ size: stat.size, read }, digest);
}

/** Writes a project file, or says why it may not be; fails as `writeProjectFile` does. */
export function writeProject(
  content: Omit<ProjectFileContent, 'sha256'>,
): Result<Uint8Array, ProjectFileFailure> {
  return writeProjectFile({ ...content, sha256: digest });
}
