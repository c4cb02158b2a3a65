import type { Result } from '@shared/core/kernel/result';
import type { ProjectFileFailure } from '@shared/formats/project-file/failure';
import type { FileManifest, ProjectFile } from '@shared/formats/project-file/project-file';
import { readManifest, readProjectFile } from '@shared/formats/project-file/read-project-file';
import {
  type ProjectFileContent,
  writeProjectFile,
} from '@shared/formats/project-file/write-project-file';
import { digest } from './digest';

/** Project files as the shell reads and writes them: with the checksums of Node, which is faster at it. */

/** Reads a project file completely, or says why not; fails as `readProjectFile` does. */
export function readProject(bytes: Uint8Array): Result<ProjectFile, ProjectFileFailure> {
  return readProjectFile(bytes, digest);
}

/** Reads only what a file says about itself; fails as `readManifest` does. */
export function readProjectManifest(bytes: Uint8Array): Result<FileManifest, ProjectFileFailure> {
  return readManifest(bytes, digest);
}

/** Writes a project file, or says why it may not be; fails as `writeProjectFile` does. */
export function writeProject(
  content: Omit<ProjectFileContent, 'sha256'>,
): Result<Uint8Array, ProjectFileFailure> {
  return writeProjectFile({ ...content, sha256: digest });
}
