import type { ForeignParts, ProjectFile } from '@shared/formats/project-file/project-file';

/** What a project file holds beside the records: kept as it is and written back. */
export interface CarriedParts {
  readonly media: ReadonlyMap<string, Uint8Array>;
  readonly exports: ReadonlyMap<string, Uint8Array>;
  readonly foreign: ForeignParts | null;
}

export const nothingCarried: CarriedParts = {
  media: new Map(),
  exports: new Map(),
  foreign: null,
};

/** The parts of one or two files of the same project together; the second wins where both have one. */
export function carriedParts(first: ProjectFile, second: ProjectFile | null): CarriedParts {
  return {
    media: new Map([...first.media, ...(second?.media ?? [])]),
    exports: new Map([...first.exports, ...(second?.exports ?? [])]),
    foreign: second?.foreign ?? first.foreign,
  };
}
