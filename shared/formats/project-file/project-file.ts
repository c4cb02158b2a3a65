import type { Standing } from '../../core/changes/lineage';
import type { SchemaVersion } from '../../core/migrations/ladder';
import type { LinkFinding } from '../../core/model/link-findings';
import type { AnyRecord } from '../../core/model/record';
import type { RepairFinding } from '../../core/model/repair';
import type { ProjectSummary } from './summary';

/** Named bytes inside a project file; the names without the folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * What a file of a newer minor version holds that we do not know. Handed back to the writer as it
 * is, so that opening and saving here loses nothing.
 */
export interface ForeignParts {
  /** The version the file was written with. */
  readonly version: SchemaVersion;
  /** Unknown members of manifest.json and project.json. */
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly project: Readonly<Record<string, unknown>>;
  /** Unknown entries by full name. */
  readonly entries: Files;
}

/** What stands in a project file, read. */
export interface ProjectFile {
  readonly standing: Standing;
  readonly version: SchemaVersion;
  /** Written by a newer minor version: unknown kinds and fields are kept as they are. */
  readonly newerMinor: boolean;
  /** Written by an older version and taken up the ladder: keep a backup before writing over it. */
  readonly migrated: boolean;
  /** Sorted by id. */
  readonly records: readonly AnyRecord[];
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly media: Files;
  readonly exports: Files;
  /** Null when there is nothing we do not know. */
  readonly foreign: ForeignParts | null;
  /** What was put right while reading, and links that do not fit together; nothing is dropped for them. */
  readonly findings: readonly (RepairFinding | LinkFinding)[];
}

/** What a file says about itself, read without its records. */
export interface FileManifest {
  readonly standing: Standing;
  readonly version: SchemaVersion;
  readonly newerMinor: boolean;
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly summary: ProjectSummary;
}
