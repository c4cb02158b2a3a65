import type { Result } from '@shared/core/kernel/result';
import type { ProjectFileFailure } from '@shared/formats/project-file/failure';
import type { ProjectFile } from '@shared/formats/project-file/project-file';

/** What a process that reads project files answers to the bytes of one. */
export type ReadReply = Result<ProjectFile, ProjectFileFailure>;
