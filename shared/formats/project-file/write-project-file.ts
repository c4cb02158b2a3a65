import type { Standing } from '../../core/changes/lineage';
import { type Sha256, sha256Hex } from '../../core/kernel/hash';
import { canonicalJson, canonicalJsonIndented } from '../../core/kernel/canonical-json';
import { fail, type Result } from '../../core/kernel/result';
import { standingOfVersion } from '../../core/migrations/ladder';
import { mostRecords } from '../../core/model/limits';
import { projectOf } from '../../core/model/project';
import { type AnyRecord, schemaVersion, storedForm } from '../../core/model/record';
import { entryNameKey, entryNameProblem } from './entry-name';
import { fileFailure, type ProjectFileFailure, giveUp } from './failure';
import { guarded } from './guarded';
import { mostEntries, mostManifestBytes, mostUnpackedBytes } from './limits';
import {
  exportsFolder,
  manifestName,
  manifestOf,
  mediaFolder,
  parseManifest,
  projectName,
  summaryName,
} from './manifest';
import type { Files, ForeignParts } from './project-file';
import { parseProject, parseRecords, refuseNoTree } from './stored-records';
import { readStrictJson } from './strict-json';
import { summaryOf } from './summary';
import { readDirectory } from './zip-directory';
import { packZip } from './zip-pack';
import { unpack, unpackBudget } from './zip-unpack';

/** What goes into a project file. */
export interface ProjectFileContent {
  readonly standing: Standing;
  /** In any order. */
  readonly records: Iterable<AnyRecord>;
  readonly media?: Files;
  readonly exports?: Files;
  /** As the reader gave it. */
  readonly foreign?: ForeignParts | null;
  /** Texts of records already checked and written; pass the same one at every writing of a session. */
  readonly memo?: RecordMemo;
  /** Makes the sums of the entries; ours unless the machine has a faster one. */
  readonly sha256?: Sha256;
}

/** Remembers the canonical text of records: they are immutable, so only changed ones are written anew. */
export type RecordMemo = WeakMap<AnyRecord, string>;

/**
 * Writes a project file. The same content gives the same bytes. What the reader would giveUp is
 * refused here, so that every file written opens.
 */
export function writeProjectFile(
  content: ProjectFileContent,
): Result<Uint8Array, ProjectFileFailure> {
  const written = guarded(() => {
    const foreign = content.foreign ?? null;
    const records = [...content.records].sort((left, right) => (left.id < right.id ? -1 : 1));
    if (records.length > mostRecords) refuseMany(`${String(records.length)} records`);
    const contents = carriedFiles(content);
    contents.set(projectName, projectBytes(records, foreign, content.memo ?? new WeakMap()));
    const project = projectOf(records);
    refuseNoTree(project);
    contents.set(summaryName, encode(canonicalJsonIndented(summaryOf(project))));
    checkContents(contents);
    contents.set(manifestName, manifestBytes(content, contents));
    const packed = packZip(contents);
    checkPacked(packed, contents);
    return packed;
  });
  return written.ok ? written : fail(inWritersWords(written.failure));
}

/** Everything that is not derived from the records. */
function carriedFiles({ foreign, media, exports }: ProjectFileContent): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>(foreign?.entries ?? []);
  for (const [name, bytes] of media ?? []) files.set(mediaFolder + name, bytes);
  for (const [name, bytes] of exports ?? []) files.set(exportsFolder + name, bytes);
  return files;
}

/** The checks are the reader's, and so are their reasons; nobody's file is damaged here. */
function inWritersWords(failure: ProjectFileFailure): ProjectFileFailure {
  const isReaders = failure.reason === 'damaged' || failure.reason === 'forbidden-key';
  return isReaders ? fileFailure('cannot-hold', failure.detail) : failure;
}

/** `project.json`: canonical JSON, one record a line, sorted by id, so that two states can be compared line by line. */
function projectBytes(
  records: readonly AnyRecord[],
  foreign: ForeignParts | null,
  memo: RecordMemo,
): Uint8Array {
  const lines = records.map((record) => recordText(record, memo));
  const length = lines.reduce((total, line) => total + line.length, 0);
  if (length > mostUnpackedBytes) refuseLarge(`${String(length)} characters`);
  checkNew(records, memo, lines);
  const others = Object.entries(foreign?.project ?? {});
  const members = [
    ...others.map(([key, value]) => [key, canonicalJson(value)] as const),
    ['records', lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`] as const,
  ].sort(([left], [right]) => (left < right ? -1 : 1));
  const text = members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',\n');
  return encode(`{${text}}\n`);
}

function recordText(record: AnyRecord, memo: RecordMemo): string {
  return memo.get(record) ?? canonicalJson(storedForm(record));
}

/** Reads back what was not written before: what the reader would giveUp must not reach a file. */
function checkNew(records: readonly AnyRecord[], memo: RecordMemo, lines: readonly string[]): void {
  const added = records.flatMap((record, index) =>
    memo.has(record) ? [] : [{ record, line: lines[index] ?? '' }],
  );
  const text = `{"records":[${added.map(({ line }) => line).join(',')}]}`;
  parseRecords(parseProject(readStrictJson(encode(text), projectName)).records);
  for (let index = 1; index < records.length; index += 1) {
    const id = records[index]?.id;
    if (id === records[index - 1]?.id) giveUp('cannot-hold', `two records with id ${id ?? ''}`);
  }
  for (const { record, line } of added) memo.set(record, line);
}

function manifestBytes(
  { standing, foreign = null, sha256 = sha256Hex }: ProjectFileContent,
  contents: Files,
): Uint8Array {
  // A file of a newer minor version keeps that number: its own program must not take it up the ladder twice.
  const keepsVersion = foreign !== null && standingOfVersion(foreign.version) === 'newerMinor';
  const version = keepsVersion ? foreign.version : schemaVersion;
  const sums = new Map(
    [...contents].map(([name, entry]) => [name, { bytes: entry.length, sha256: sha256(entry) }]),
  );
  const manifest = { ...foreign?.manifest, ...manifestOf(standing, version, sums) };
  const bytes = encode(canonicalJsonIndented(manifest));
  checkSmall(manifestName, bytes);
  parseManifest(readStrictJson(bytes, manifestName));
  return bytes;
}

/**
 * Unpacks what was packed as the reader does, with its limits. Together with the checks of records and
 * manifest, which are the reader's as well, the file has been read before anybody calls it written.
 */
function checkPacked(packed: Uint8Array, contents: Files): void {
  const budget = unpackBudget();
  const entries = readDirectory(packed);
  if (entries.size !== contents.size) giveUp('cannot-hold', 'other entries than were packed');
  for (const [name, entry] of entries) {
    if (!isSame(unpack(entry, budget), contents.get(name)))
      giveUp('cannot-hold', `${name} differs`);
  }
}

function isSame(left: Uint8Array, right: Uint8Array | undefined): boolean {
  if (left.length !== right?.length) return false;
  // Not `every`: a file may have 200 million bytes.
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) return false;
  return true;
}

function checkContents(contents: Files): void {
  if (contents.size + 1 > mostEntries) refuseParts(`${String(contents.size)} entries`);
  const keys = new Set<string>();
  // Room is left for the manifest, which names all the others and is made last.
  let bytes = mostManifestBytes;
  for (const [name, content] of contents) {
    bytes += content.length;
    const problem = name.endsWith('/') ? 'folder' : entryNameProblem(name);
    if (problem !== null) giveUp('cannot-hold', `entry name ${JSON.stringify(name)}: ${problem}`);
    if (keys.has(entryNameKey(name))) giveUp('cannot-hold', `two entries named ${name}`);
    keys.add(entryNameKey(name));
  }
  if (bytes > mostUnpackedBytes) refuseLarge(`${String(bytes)} bytes`);
  checkSmall(summaryName, contents.get(summaryName));
}

function checkSmall(name: string, content: Uint8Array | undefined): void {
  const size = content?.length ?? 0;
  if (size > mostManifestBytes) refuseLarge(`${name}: ${String(size)} bytes`);
}

function refuseMany(detail: string): never {
  const message = '这份稿子超过 200,000 条内容，项目文件放不下，没有写入。请把稿子分成几份。';
  return giveUp('too-many', detail, message);
}

function refuseParts(detail: string): never {
  const message =
    '图片和存档版本留底的文件超过 5,000 个，项目文件放不下，没有写入。请把稿子另存一份，从新的一份继续存档。';
  return giveUp('too-many', detail, message);
}

function refuseLarge(detail: string): never {
  const message =
    '这份稿子连同图片超过 200 MB，项目文件放不下，没有写入。请减少图片，或把稿子分成几份。';
  return giveUp('too-large', detail, message);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
