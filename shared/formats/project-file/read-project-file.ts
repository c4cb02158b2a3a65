import { type Sha256, sha256Hex } from '../../core/kernel/hash';
import { ok, type Result } from '../../core/kernel/result';
import {
  climb,
  type SchemaVersion,
  standingOfVersion,
  versionText,
} from '../../core/migrations/ladder';
import { linkFindings } from '../../core/model/link-findings';
import { projectOf } from '../../core/model/project';
import type { AnyRecord } from '../../core/model/record';
import { repairRecord } from '../../core/model/repair';
import { fileFailure, FileProblem, type ProjectFileFailure, refuse } from './failure';
import { guarded } from './guarded';
import { mostManifestBytes } from './limits';
import {
  exportsFolder,
  manifestName,
  manifestSchema,
  mediaFolder,
  parseManifest,
  projectName,
  standingOf,
  type StoredManifest,
  summaryName,
  versionOfManifest,
} from './manifest';
import type { FileManifest, Files, ForeignParts, ProjectFile } from './project-file';
import { parseProject, parseRecords, refuseNoTree, type StoredProject } from './stored-records';
import { readStrictJson } from './strict-json';
import { parseSummary, type ProjectSummary, summaryOf } from './summary';
import { readDirectory, type ZipEntry } from './zip-directory';
import { unpack, type UnpackBudget, unpackBudget } from './zip-unpack';

/** A file opened as far as its manifest; the rest is unpacked on demand within one budget. */
interface OpenFile {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly budget: UnpackBudget;
  readonly version: SchemaVersion;
  readonly manifest: StoredManifest;
  readonly sha256: Sha256;
}

/** A project file with its records word for word, as its hashes have them. */
export interface StoredFile {
  readonly file: ProjectFile;
  readonly stored: readonly AnyRecord[];
}

/**
 * Reads a project file completely. Treats it as hostile: it may come from anybody. Either everything
 * in it is sound and kept, or nothing is read and the failure says why. Characters, numbers and item
 * ids that we would not have written are put right, each with a finding. `sha256` checks the sums.
 */
export function readProjectFile(
  bytes: Uint8Array,
  sha256: Sha256 = sha256Hex,
): Result<ProjectFile, ProjectFileFailure> {
  const read = readStoredFile(bytes, sha256);
  return read.ok ? ok(read.value.file) : read;
}

/** Reads a project file as `readProjectFile` does, and keeps what was put right as it was, too. */
export function readStoredFile(
  bytes: Uint8Array,
  sha256: Sha256 = sha256Hex,
): Result<StoredFile, ProjectFileFailure> {
  return guarded(() => {
    const file = openFile(bytes, sha256);
    const contents = unpackAll(file);
    const { records: outline, others } = parseProject(jsonOf(contents, projectName));
    const stored = parseRecords(migrated(outline, file.version)).toSorted(byId);
    const repairs = stored.map(repairRecord);
    const project = projectOf(repairs.map(({ record }) => record));
    refuseNoTree(project);
    const { title, counts } = summaryOf(project);
    const standing = standingOfVersion(file.version);
    return {
      stored,
      file: {
        standing: standingOf(file.manifest),
        version: file.version,
        newerMinor: standing === 'newerMinor',
        migrated: standing === 'older',
        records: repairs.map(({ record }) => record),
        title,
        counts,
        media: inFolder(contents, mediaFolder),
        exports: inFolder(contents, exportsFolder),
        foreign: foreignParts(file, others, contents),
        findings: [...repairs.flatMap(({ findings }) => findings), ...linkFindings(project)],
      },
    };
  });
}

/** Reads only what a file says about itself: cheap, for lists of files. Fails as `readProjectFile` does. */
export function readManifest(
  bytes: Uint8Array,
  sha256: Sha256 = sha256Hex,
): Result<FileManifest, ProjectFileFailure> {
  return guarded(() => {
    const file = openFile(bytes, sha256);
    const { entries, budget, version, manifest } = file;
    const entry = entries.get(summaryName) ?? refuse('damaged', 'no summary.json');
    const content = unpack(entry, budget, mostManifestBytes);
    checkSum(file, summaryName, content);
    const summary = parseSummary(readStrictJson(content, summaryName));
    if (summary === undefined) refuse('damaged', 'summary.json has another shape');
    return {
      standing: standingOf(manifest),
      version,
      newerMinor: standingOfVersion(version) === 'newerMinor',
      title: summary.title,
      counts: summary.counts,
      summary,
    };
  });
}

function openFile(bytes: Uint8Array, sha256: Sha256): OpenFile {
  const entries = readDirectory(bytes);
  const budget = unpackBudget();
  const entry = entries.get(manifestName) ?? refuse('not-ours', 'no manifest.json');
  const value = readStrictJson(unpack(entry, budget, mostManifestBytes), manifestName);
  const version = versionOfManifest(value);
  if (standingOfVersion(version) === 'newerMajor') throw tooNew(version, { entries, budget });
  return { entries, budget, version, manifest: parseManifest(value), sha256 };
}

/** A file of a newer major version: nothing of it is believed but its summary, if that can be read. */
function tooNew(version: SchemaVersion, file: Pick<OpenFile, 'entries' | 'budget'>): FileProblem {
  const failure = fileFailure('too-new', `schema version ${versionText(version)}`);
  const entry = file.entries.get(summaryName);
  const summary = guarded((): ProjectSummary | null => {
    if (entry === undefined) return null;
    const content = unpack(entry, file.budget, mostManifestBytes);
    return parseSummary(readStrictJson(content, summaryName)) ?? null;
  });
  return new FileProblem({ ...failure, summary: summary.ok ? summary.value : null });
}

function unpackAll(file: OpenFile): Files {
  const { entries, budget, manifest } = file;
  const contents = new Map<string, Uint8Array>();
  for (const [name, entry] of entries) {
    if (name === manifestName) continue;
    const content = unpack(entry, budget);
    checkSum(file, name, content);
    contents.set(name, content);
  }
  for (const name of Object.keys(manifest.files)) {
    if (!contents.has(name)) refuse('damaged', `${name} is missing`);
  }
  return contents;
}

function checkSum(
  { manifest: { files }, sha256 }: OpenFile,
  name: string,
  content: Uint8Array,
): void {
  const expected = Object.hasOwn(files, name) ? files[name] : undefined;
  if (expected === undefined) refuse('damaged', `${name} is not named in manifest.json`);
  if (expected.bytes !== content.length || expected.sha256 !== sha256(content)) {
    refuse('damaged', `${name} does not match its checksum`);
  }
}

function jsonOf(contents: Files, name: string): unknown {
  const content = contents.get(name) ?? refuse('damaged', `no ${name}`);
  return readStrictJson(content, name);
}

function migrated(
  records: StoredProject['records'],
  version: SchemaVersion,
): StoredProject['records'] {
  const climbed = climb(records, version);
  if (climbed.ok) return climbed.value;
  return refuse('damaged', `there never was a version ${versionText(version)}`);
}

function inFolder(contents: Files, folder: string): Files {
  const inside = [...contents].filter(([name]) => name.startsWith(folder));
  return new Map(inside.map(([name, content]) => [name.slice(folder.length), content]));
}

function foreignParts(
  { version, manifest }: OpenFile,
  others: StoredProject['others'],
  contents: Files,
): ForeignParts | null {
  const members = Object.entries(manifest).filter(
    ([key]) => !Object.hasOwn(manifestSchema.shape, key),
  );
  const entries = [...contents].filter(([name]) => !isOurs(name));
  const isNewer = standingOfVersion(version) === 'newerMinor';
  const known = members.length + entries.length + Object.keys(others).length === 0;
  if (known && !isNewer) return null;
  return {
    version,
    manifest: Object.fromEntries(members),
    project: others,
    entries: new Map(entries),
  };
}

function isOurs(name: string): boolean {
  if (name === projectName || name === summaryName) return true;
  return name.startsWith(mediaFolder) || name.startsWith(exportsFolder);
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : 1;
}
