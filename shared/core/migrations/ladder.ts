import { fail, ok, type Result } from '../kernel/result';
import { schemaVersion } from '../model/record';

/** The version of the shape of records; the same number stands in files and in the drafts database. */
export interface SchemaVersion {
  readonly major: number;
  readonly minor: number;
}

/** A record as it was stored, in the shape of whatever version wrote it. */
export type StoredRecord = Readonly<Record<string, unknown>>;

/**
 * One step up. A step of the minor number only adds kinds and fields, so that older programs can
 * keep what they do not know; every other change of shape is a step of the major number.
 */
export interface Rung {
  /** The version this step leads to; its foot is the version of the rung before. */
  readonly to: SchemaVersion;
  /** What changed, in the words of the changelog; kebab-case. */
  readonly name: string;
  /** Takes all records of a project from the version before. Pure; keeps ids. */
  readonly migrate: (records: readonly StoredRecord[]) => readonly StoredRecord[];
}

/**
 * Every version there ever was, oldest first. Project files and the drafts database climb the same
 * steps. Steps are appended, never changed: files of all of them lie in schools.
 */
export const ladder: readonly Rung[] = [
  { to: { major: 1, minor: 0 }, name: 'first-version', migrate: (records) => records },
  /** Kinds and fields of a whole 专业课程标准; what older files lack is empty. */
  { to: { major: 1, minor: 1 }, name: 'whole-major', migrate: (records) => records },
  /** Kept papers may be about any record; what older files say of a course is read as it stands (`formerly`). */
  { to: { major: 1, minor: 2 }, name: 'papers-about-any-record', migrate: (records) => records },
];

/** `1.0` */
export function versionText({ major, minor }: SchemaVersion): string {
  return `${String(major)}.${String(minor)}`;
}

/** Reads `1.0`; undefined when it is not a version. */
export function parseVersion(text: string): SchemaVersion | undefined {
  const match = /^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/.exec(text);
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}

/** Negative when `left` is older. */
export function compareVersions(left: SchemaVersion, right: SchemaVersion): number {
  return left.major === right.major ? left.minor - right.minor : left.major - right.major;
}

/** How a version stands to the one this program writes. `newerMinor` may be opened, its unknown parts kept. */
export function standingOfVersion(
  version: SchemaVersion,
  current: SchemaVersion = schemaVersion,
): 'current' | 'older' | 'newerMinor' | 'newerMajor' {
  if (version.major > current.major) return 'newerMajor';
  const order = compareVersions(version, current);
  if (order === 0) return 'current';
  return order < 0 ? 'older' : 'newerMinor';
}

/** Takes records from the version that wrote them to the newest; those of a newer minor version stay as they are. */
export function climb(
  records: readonly StoredRecord[],
  from: SchemaVersion,
  rungs: readonly Rung[] = ladder,
): Result<readonly StoredRecord[], { readonly reason: 'no-such-version' | 'newer' }> {
  const newest = rungs.at(-1)?.to ?? from;
  const standing = standingOfVersion(from, newest);
  if (standing === 'newerMajor') return fail({ reason: 'newer' });
  if (standing === 'newerMinor') return ok(records);
  const foot = rungs.findIndex(({ to }) => compareVersions(to, from) === 0);
  if (foot === -1) return fail({ reason: 'no-such-version' });
  return ok(rungs.slice(foot + 1).reduce((current, rung) => rung.migrate(current), records));
}
