import { type Sha256, sha256Hex } from '../../core/kernel/hash';
import type { Result } from '../../core/kernel/result';
import { standingOfVersion } from '../../core/migrations/ladder';
import { type ProjectFileFailure, giveUp } from './failure';
import { guarded, guardedAsync } from './guarded';
import { mostManifestBytes } from './limits';
import { manifestName, standingOf, summaryName } from './manifest';
import { checkSum, type OpenFile, openFile } from './open-file';
import type { FileManifest } from './project-file';
import { readStrictJson } from './strict-json';
import { parseSummary } from './summary';
import {
  type Central,
  checkSize,
  checkStart,
  placeOf,
  readCentrals,
  readDirectory,
  readEnd,
  type ZipEntry,
} from './zip-directory';
import { endSize, localSize, mostDescriptor } from './zip-layout';
import { unpack } from './zip-unpack';

/** A file of which pieces can be read. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `at` on; fewer than `length` only when the file ends before. */
  readonly read: (at: number, length: number) => Promise<Uint8Array>;
}

/** Reads only what a file says about itself. Fails as `readProjectFile` does. */
export function readManifest(
  bytes: Uint8Array,
  sha256: Sha256 = sha256Hex,
): Result<FileManifest, ProjectFileFailure> {
  return guarded(() => manifestIn(openFile(readDirectory(bytes), sha256)));
}

/**
 * The same for lists of files, by reading nothing but the directory at the end of the file, the manifest
 * and the summary, however large the rest is. The other entries are not looked at.
 */
export function readManifestAt(
  source: ByteSource,
  sha256: Sha256 = sha256Hex,
): Promise<Result<FileManifest, ProjectFileFailure>> {
  return guardedAsync(async () => manifestIn(openFile(await describingEntries(source), sha256)));
}

function manifestIn(file: OpenFile): FileManifest {
  const { entries, budget, version, manifest } = file;
  const entry = entries.get(summaryName) ?? giveUp('damaged', 'no summary.json');
  const content = unpack(entry, budget, { most: mostManifestBytes });
  checkSum(file, summaryName, content);
  const summary = parseSummary(readStrictJson(content, summaryName));
  if (summary === undefined) giveUp('damaged', 'summary.json has another shape');
  return {
    standing: standingOf(manifest),
    version,
    newerMinor: standingOfVersion(version) === 'newerMinor',
    title: summary.title,
    counts: summary.counts,
    summary,
  };
}

async function describingEntries(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const { size } = source;
  checkSize(size);
  checkStart(await source.read(0, 4));
  const end = readEnd(await piece(source, size - endSize, endSize), size);
  const directory = await piece(source, end.directory, end.offset - end.directory);
  const entries = new Map<string, ZipEntry>();
  for (const central of readCentrals(directory, end.count)) {
    if (central.name !== manifestName && central.name !== summaryName) continue;
    entries.set(central.name, await entryAt(source, central, end.directory));
  }
  return entries;
}

async function entryAt(source: ByteSource, central: Central, limit: number): Promise<ZipEntry> {
  const { name, offset, packedSize } = central;
  if (packedSize > mostManifestBytes) giveUp('too-large', `${name}: ${String(packedSize)} bytes`);
  const header = await piece(source, offset, localSize);
  const view = new DataView(header.buffer, header.byteOffset, localSize);
  const names = view.getUint16(26, true) + view.getUint16(28, true);
  const length = Math.min(localSize + names + packedSize, limit - offset);
  const bytes = await source.read(offset, length + mostDescriptor);
  return placeOf(bytes, { ...central, offset: 0 }, Math.min(length, bytes.length)).entry;
}

async function piece(source: ByteSource, at: number, length: number): Promise<Uint8Array> {
  const bytes = at < 0 ? new Uint8Array(0) : await source.read(at, length);
  return bytes.length === length ? bytes : giveUp('damaged', 'the file ends before its directory');
}
