import { type Sha256, sha256Hex } from '../../core/kernel/hash';
import { ok, type Result } from '../../core/kernel/result';
import { standingOfVersion } from '../../core/migrations/ladder';
import { linkFindings } from '../../core/model/link-findings';
import { projectOf } from '../../core/model/project';
import type { AnyRecord } from '../../core/model/record';
import { repairRecord } from '../../core/model/repair';
import { type ProjectFileFailure, giveUp } from './failure';
import { guarded } from './guarded';
import {
  exportsFolder,
  manifestName,
  manifestSchema,
  mediaFolder,
  projectName,
  standingOf,
  summaryName,
} from './manifest';
import { checkSum, type OpenFile, openFile } from './open-file';
import type { Files, ForeignParts, ProjectFile } from './project-file';
import { readRecords, type StoredRecords } from './read-records';
import { RecordScan } from './record-scan';
import { refuseNoTree } from './stored-records';
import { refuseExcess } from './strict-json';
import { summaryOf } from './summary';
import { readDirectory } from './zip-directory';
import { unpack } from './zip-unpack';

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
    const file = openFile(readDirectory(bytes), sha256);
    checkClaims(file);
    // The records first: whatever else there is costs nothing when they are none.
    const { records, others } = storedRecords(file);
    const stored = records.toSorted(byId);
    const repairs = stored.map(repairRecord);
    const project = projectOf(repairs.map(({ record }) => record));
    refuseNoTree(project);
    const contents = unpackOthers(file);
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

/**
 * Holds what the directory says of each entry against the manifest and against what may be unpacked.
 * Neither is believed, but where they contradict each other nothing need be unpacked to know it.
 */
function checkClaims({ entries, manifest, budget }: OpenFile): void {
  let bytes = 0;
  for (const [name, { claimedSize }] of entries) {
    if (name === manifestName) continue;
    const named = Object.hasOwn(manifest.files, name) ? manifest.files[name] : undefined;
    // One that is not named is counted all the same, and refused when it is held against its sum.
    if (named !== undefined && named.bytes !== claimedSize) {
      giveUp('damaged', `${name} has another size than it should`);
    }
    bytes += claimedSize;
  }
  for (const name of Object.keys(manifest.files)) {
    if (!entries.has(name)) giveUp('damaged', `${name} is missing`);
  }
  if (bytes > budget.bytesLeft) giveUp('too-large', `${String(bytes)} bytes`);
}

function storedRecords(file: OpenFile): StoredRecords {
  const entry = file.entries.get(projectName) ?? giveUp('damaged', `no ${projectName}`);
  const scan = new RecordScan();
  const content = unpack(entry, file.budget, {
    watch(bytes, from, to) {
      refuseExcess(scan.advance(bytes, from, to), projectName);
    },
  });
  checkSum(file, projectName, content);
  return readRecords(content, scan, file.version);
}

/** Everything but the manifest and the records. */
function unpackOthers(file: OpenFile): Files {
  const contents = new Map<string, Uint8Array>();
  for (const [name, entry] of file.entries) {
    if (name === manifestName || name === projectName) continue;
    const content = unpack(entry, file.budget);
    checkSum(file, name, content);
    contents.set(name, content);
  }
  return contents;
}

function inFolder(contents: Files, folder: string): Files {
  const inside = [...contents].filter(([name]) => name.startsWith(folder));
  return new Map(inside.map(([name, content]) => [name.slice(folder.length), content]));
}

function foreignParts(
  { version, manifest }: OpenFile,
  others: StoredRecords['others'],
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
  if (name === summaryName) return true;
  return name.startsWith(mediaFolder) || name.startsWith(exportsFolder);
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : 1;
}
