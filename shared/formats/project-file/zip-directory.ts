import { entryNameKey, entryNameProblem } from './entry-name';
import { giveUp } from './failure';
import { mostDirectoryBytes, mostEntries, mostPackedBytes } from './limits';
import { centralSize, endSize, flags, localSize, signatures } from './zip-layout';

/** One entry of the zip as its directory states it; the size is a claim until the entry was unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly claimedSize: number;
  readonly packed: Uint8Array;
}

/** An entry as the directory states it. */
export interface Central extends Omit<ZipEntry, 'packed'> {
  readonly flags: number;
  readonly packedSize: number;
  /** Where the local header begins. */
  readonly offset: number;
  readonly next: number;
}

/** A piece of the file that belongs to one entry. */
interface Placed {
  readonly entry: ZipEntry;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the directory of a zip strictly: every byte of the file belongs to exactly one entry, to the
 * directory or to its end, local and central headers agree, names are safe and unique. A zip that two
 * programs could read differently is refused rather than read one way.
 */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  checkSize(bytes.length);
  checkStart(bytes);
  const end = readEnd(bytes.subarray(Math.max(0, bytes.length - endSize)), bytes.length);
  const places = readCentrals(bytes.subarray(end.directory, end.offset), end.count).map((central) =>
    placeOf(bytes, central, end.directory),
  );
  checkGapless(places, end.directory);
  return filesOf(places);
}

/** Refuses a file that is larger than any of ours, before it is read. */
export function checkSize(size: number): void {
  if (size > mostPackedBytes) giveUp('too-large', `${String(size)} bytes`);
}

/** The entries as the directory itself states them; where each lies is not looked at. */
export function readCentrals(directory: Uint8Array, count: number): readonly Central[] {
  const names = new Set<string>();
  const entries: Central[] = [];
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    const central = readCentral(directory, next);
    next = central.next;
    takeName(names, central.name);
    entries.push(central);
  }
  if (next !== directory.length) giveUp('damaged', 'the directory has another size than it says');
  return entries;
}

/** Refuses what does not begin as a zip does. */
export function checkStart(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength === 0) giveUp('damaged', 'empty file', '这个文件是空的，没有内容可以打开。');
  const zeros = view.byteLength >= 4 && view.getUint32(0, true) === 0;
  if (zeros) giveUp('damaged', 'the file begins with zeros');
  if (view.byteLength < 4 || view.getUint32(0, true) !== signatures.local) {
    giveUp('not-ours', 'no zip signature');
  }
}

/** Where the directory lies: from `directory` to `offset`. */
interface End {
  readonly count: number;
  readonly directory: number;
  readonly offset: number;
}

/** Reads the last bytes of a file of that size. */
export function readEnd(last: Uint8Array, fileSize: number): End {
  const offset = fileSize - endSize;
  const view = new DataView(last.buffer, last.byteOffset, last.byteLength);
  // A comment after the end is never written by us and could hide a second directory.
  if (view.byteLength !== endSize || view.getUint32(0, true) !== signatures.end) {
    giveUp('damaged', 'no end of directory: cut off, or something appended');
  }
  const count = view.getUint16(10, true);
  const size = view.getUint32(12, true);
  const directory = view.getUint32(16, true);
  if (count > mostEntries) giveUp('too-many', `${String(count)} entries`);
  const disks = view.getUint32(4, true) + view.getUint16(20, true);
  if (disks !== 0 || view.getUint16(8, true) !== count || directory + size !== offset) {
    giveUp('damaged', 'the end of the directory contradicts the file');
  }
  if (size > mostDirectoryBytes) giveUp('too-large', `a directory of ${String(size)} bytes`);
  return { count, directory, offset };
}

function readCentral(bytes: Uint8Array, at: number): Central {
  const limit = bytes.length;
  if (at + centralSize > limit) giveUp('damaged', 'the directory is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, centralSize);
  if (view.getUint32(0, true) !== signatures.central) giveUp('damaged', 'no directory entry');
  const nameLength = view.getUint16(28, true);
  const next = at + centralSize + nameLength + view.getUint16(30, true) + view.getUint16(32, true);
  if (next > limit) giveUp('damaged', 'a directory entry is cut off');
  const flag = view.getUint16(8, true);
  return {
    name: decodeName(bytes.subarray(at + centralSize, at + centralSize + nameLength), flag),
    method: knownMethod(view.getUint16(10, true), flag),
    flags: flag,
    crc: view.getUint32(16, true),
    packedSize: view.getUint32(20, true),
    claimedSize: view.getUint32(24, true),
    offset: view.getUint32(42, true),
    next,
  };
}

function knownMethod(method: number, flag: number): 0 | 8 {
  if ((flag & flags.encrypted) !== 0) giveUp('not-ours', 'an entry is encrypted');
  if (method !== 0 && method !== 8) giveUp('not-ours', `packing method ${String(method)}`);
  return method;
}

function decodeName(bytes: Uint8Array, flag: number): string {
  try {
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const isAscii = bytes.every((byte) => byte < 0x80);
    if (!isAscii && (flag & flags.utf8) === 0) giveUp('not-ours', 'a name is not in UTF-8');
    return name;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return giveUp('damaged', 'a name is not valid UTF-8');
  }
}

function takeName(names: Set<string>, name: string): void {
  const problem = entryNameProblem(name);
  if (problem !== null) giveUp('damaged', `entry name ${JSON.stringify(name)}: ${problem}`);
  const key = entryNameKey(name);
  if (names.has(key)) giveUp('damaged', `two entries named ${JSON.stringify(name)}`);
  names.add(key);
}

/** Checks the local header against the directory and finds where the entry ends. */
export function placeOf(bytes: Uint8Array, central: Central, limit: number): Placed {
  const { offset, name, method, crc, claimedSize, packedSize } = central;
  if (offset + localSize > limit) giveUp('damaged', `${name}: its header lies outside`);
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, localSize);
  const nameEnd = offset + localSize + view.getUint16(26, true);
  const data = nameEnd + view.getUint16(28, true);
  const end = data + packedSize;
  if (view.getUint32(0, true) !== signatures.local || end > limit) {
    giveUp('damaged', `${name}: its content lies outside`);
  }
  const localName = decodeName(bytes.subarray(offset + localSize, nameEnd), central.flags);
  if (localName !== name || !agrees(view, central)) {
    giveUp('damaged', `${name}: header and directory disagree`);
  }
  const entry = { name, method, crc, claimedSize, packed: bytes.subarray(data, end) };
  const tail = hasDescriptor(central) ? descriptorSize(bytes, end) : 0;
  return { entry, start: offset, end: end + tail };
}

function agrees(local: DataView, central: Central): boolean {
  if (local.getUint16(6, true) !== central.flags) return false;
  if (local.getUint16(8, true) !== central.method) return false;
  // With a descriptor the sums stand behind the content, and the directory's are the ones that count.
  if (hasDescriptor(central)) return true;
  return (
    local.getUint32(14, true) === central.crc &&
    local.getUint32(18, true) === central.packedSize &&
    local.getUint32(22, true) === central.claimedSize
  );
}

function hasDescriptor(central: Central): boolean {
  return (central.flags & flags.descriptor) !== 0;
}

/** A data descriptor has 12 bytes, or 16 when it begins with its signature. */
function descriptorSize(bytes: Uint8Array, at: number): number {
  if (at + 16 > bytes.length) giveUp('damaged', 'a data descriptor is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 4);
  return view.getUint32(0, true) === signatures.descriptor ? 16 : 12;
}

function checkGapless(places: readonly Placed[], directory: number): void {
  let expected = 0;
  for (const { entry, start, end } of places.toSorted((left, right) => left.start - right.start)) {
    if (start !== expected) giveUp('damaged', `${entry.name}: overlaps or leaves a gap`);
    expected = end;
  }
  if (expected !== directory) giveUp('damaged', 'bytes between the entries and the directory');
}

function filesOf(places: readonly Placed[]): ReadonlyMap<string, ZipEntry> {
  const files = new Map<string, ZipEntry>();
  for (const { entry } of places) {
    if (!entry.name.endsWith('/')) files.set(entry.name, entry);
    else if (entry.packed.length > 0 || entry.claimedSize > 0) {
      giveUp('damaged', `${entry.name}: a folder with content`);
    }
  }
  return files;
}
