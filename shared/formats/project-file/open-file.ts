import type { Sha256 } from '../../core/kernel/hash';
import { type SchemaVersion, standingOfVersion, versionText } from '../../core/migrations/ladder';
import { fileFailure, FileProblem, giveUp } from './failure';
import { guarded } from './guarded';
import { mostManifestBytes } from './limits';
import {
  manifestName,
  parseManifest,
  type StoredManifest,
  summaryName,
  versionOfManifest,
} from './manifest';
import { readStrictJson } from './strict-json';
import { parseSummary, type ProjectSummary } from './summary';
import type { ZipEntry } from './zip-directory';
import { unpack, type UnpackBudget, unpackBudget } from './zip-unpack';

/** A file opened as far as its manifest; the rest is unpacked on demand within one budget. */
export interface OpenFile {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly budget: UnpackBudget;
  readonly version: SchemaVersion;
  readonly manifest: StoredManifest;
  readonly sha256: Sha256;
}

/** Reads the manifest of a file; refuses one of a newer major version. */
export function openFile(entries: OpenFile['entries'], sha256: Sha256): OpenFile {
  const budget = unpackBudget();
  const entry = entries.get(manifestName) ?? giveUp('not-ours', 'no manifest.json');
  const value = readStrictJson(unpack(entry, budget, { most: mostManifestBytes }), manifestName);
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
    const content = unpack(entry, file.budget, { most: mostManifestBytes });
    return parseSummary(readStrictJson(content, summaryName)) ?? null;
  });
  return new FileProblem({ ...failure, summary: summary.ok ? summary.value : null });
}

/** Holds the content of an entry against the sum that the manifest has of it. */
export function checkSum(
  { manifest: { files }, sha256 }: OpenFile,
  name: string,
  content: Uint8Array,
): void {
  const expected = Object.hasOwn(files, name) ? files[name] : undefined;
  if (expected === undefined) giveUp('damaged', `${name} is not named in manifest.json`);
  if (expected.bytes !== content.length || expected.sha256 !== sha256(content)) {
    giveUp('damaged', `${name} does not match its checksum`);
  }
}
