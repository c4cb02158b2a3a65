import { deflateSync } from 'fflate';
import { crc32 } from '../../core/kernel/crc32';
import { highestRatio } from './limits';
import { centralSize, endSize, fixedTime, flags, localSize, signatures } from './zip-layout';

interface Packed {
  readonly name: Uint8Array;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** Kinds of files that are packed already. */
const packedAlready = /\.(?:png|jpe?g|docx|xlsx|zip|gxk|pdf)$/i;

/**
 * Writes a zip of named contents, sorted by name, with fixed times: the same contents give the same
 * bytes. What would unpack to more than the highest ratio is stored, since no reader of ours would
 * take it for anything but an attack.
 */
export function packZip(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...contents.keys()].sort();
  const entries = names.map((name) => packEntry(name, contents.get(name) ?? new Uint8Array()));
  const sizes = entries.map(({ name, packed }) => localSize + name.length + packed.length);
  const directory = sum(sizes);
  const whole = new Uint8Array(
    directory + sum(entries.map(({ name }) => centralSize + name.length)) + endSize,
  );
  let local = 0;
  let central = directory;
  entries.forEach((entry, index) => {
    writeLocal(whole, local, entry);
    central = writeCentral(whole, central, { entry, offset: local });
    local += sizes[index] ?? 0;
  });
  writeEnd(whole, { count: entries.length, directory, offset: central });
  return whole;
}

function packEntry(name: string, content: Uint8Array): Packed {
  const base = { name: new TextEncoder().encode(name), crc: crc32(content), size: content.length };
  if (!packedAlready.test(name)) {
    const packed = deflateSync(content, { level: 6 });
    const worthIt = packed.length < content.length;
    if (worthIt && content.length <= packed.length * highestRatio) {
      return { ...base, method: 8, packed };
    }
  }
  return { ...base, method: 0, packed: content };
}

function writeLocal(whole: Uint8Array, at: number, entry: Packed): void {
  const view = new DataView(whole.buffer, at, localSize);
  view.setUint32(0, signatures.local, true);
  writeCommon(view, 4, entry);
  whole.set(entry.name, at + localSize);
  whole.set(entry.packed, at + localSize + entry.name.length);
}

function writeCentral(
  whole: Uint8Array,
  at: number,
  { entry, offset }: { readonly entry: Packed; readonly offset: number },
): number {
  const view = new DataView(whole.buffer, at, centralSize);
  view.setUint32(0, signatures.central, true);
  view.setUint16(4, 20, true);
  writeCommon(view, 6, entry);
  view.setUint32(42, offset, true);
  whole.set(entry.name, at + centralSize);
  return at + centralSize + entry.name.length;
}

/** The 26 bytes that local and central header share, from "version needed" to the length of the name. */
function writeCommon(view: DataView, at: number, entry: Packed): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, flags.utf8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 6, fixedTime.time, true);
  view.setUint16(at + 8, fixedTime.date, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
}

function writeEnd(
  whole: Uint8Array,
  end: { readonly count: number; readonly directory: number; readonly offset: number },
): void {
  const view = new DataView(whole.buffer, end.offset, endSize);
  view.setUint32(0, signatures.end, true);
  view.setUint16(8, end.count, true);
  view.setUint16(10, end.count, true);
  view.setUint32(12, end.offset - end.directory, true);
  view.setUint32(16, end.directory, true);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
