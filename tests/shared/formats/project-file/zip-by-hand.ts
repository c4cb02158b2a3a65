import { deflateSync } from 'fflate';
import { crc32 } from '@shared/core/kernel/crc32';

/** One entry of a hand-made zip; every number in its headers can be a lie. */
export interface HandEntry {
  readonly name: string | Uint8Array;
  readonly content: Uint8Array;
  readonly method?: number;
  readonly packed?: Uint8Array;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  /** Differs from the directory's in the local header. */
  readonly localName?: string;
  readonly localSize?: number;
  readonly descriptor?: 'signed' | 'bare';
  /** Points the directory at another place. */
  readonly offset?: number;
}

export interface HandEnd {
  readonly count?: number;
  readonly directorySize?: number;
  readonly directoryOffset?: number;
  readonly comment?: string;
}

const text = new TextEncoder();
const bytesOf = (value: string | Uint8Array) =>
  typeof value === 'string' ? text.encode(value) : value;
const u16 = (value: number) => [value & 255, (value >> 8) & 255];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];

/** Makes a zip byte by byte, sharing no code with the writer under test. */
export function zipByHand(entries: readonly HandEntry[], end: HandEnd = {}): Uint8Array {
  const out: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  const push = (list: Uint8Array[], ...parts: (readonly number[] | Uint8Array)[]) => {
    for (const part of parts) list.push(part instanceof Uint8Array ? part : Uint8Array.from(part));
  };
  const sizeOf = (list: readonly Uint8Array[]) => list.reduce((sum, part) => sum + part.length, 0);
  for (const entry of entries) {
    const name = bytesOf(entry.name);
    const localName = bytesOf(entry.localName ?? entry.name);
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 8 ? deflateSync(entry.content) : entry.content);
    const flags = (entry.flags ?? 0x800) | (entry.descriptor ? 8 : 0);
    const crc = entry.crc ?? crc32(entry.content);
    const size = entry.size ?? entry.content.length;
    const packedSize = entry.packedSize ?? packed.length;
    const shared = (sums: readonly number[], nameLength: number) => [
      ...u16(20),
      ...u16(flags),
      ...u16(method),
      ...u16(0),
      ...u16(0x21),
      ...sums,
      ...u16(nameLength),
      ...u16(0),
    ];
    const sums = [...u32(crc), ...u32(packedSize), ...u32(size)];
    const localSums = entry.descriptor
      ? Array<number>(12).fill(0)
      : [...u32(crc), ...u32(packedSize), ...u32(entry.localSize ?? size)];
    push(out, u32(0x04034b50), shared(localSums, localName.length), localName, packed);
    if (entry.descriptor === 'signed') push(out, u32(0x08074b50));
    if (entry.descriptor) push(out, sums);
    push(
      central,
      u32(0x02014b50),
      u16(20),
      shared(sums, name.length),
      u16(0),
      u16(0),
      u16(0),
      u32(0),
      u32(entry.offset ?? at),
      name,
    );
    at = sizeOf(out);
  }
  const comment = text.encode(end.comment ?? '');
  const size = end.directorySize ?? sizeOf(central);
  const count = end.count ?? entries.length;
  const all = [...out, ...central];
  push(
    all,
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(count),
    u16(count),
    u32(size),
    u32(end.directoryOffset ?? at),
    u16(comment.length),
    comment,
  );
  const whole = new Uint8Array(sizeOf(all));
  let place = 0;
  for (const part of all) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
