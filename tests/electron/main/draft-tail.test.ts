import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeLength } from '@electron/main/files/leveldb-log';
import { Machine } from '../machine';

/** CRC-32C bit by bit, so that the table of the program is not checked by itself. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ ((value & 1) * 0x82f63b78);
  }
  return ~value >>> 0;
}

/** A LevelDB log with these records, and where each of them ends. */
function logOf(records: readonly Uint8Array[]): { log: Uint8Array; ends: number[] } {
  const parts: Uint8Array[] = [];
  const ends: number[] = [];
  let size = 0;
  const put = (part: Uint8Array) => {
    parts.push(part);
    size += part.length;
  };
  for (const record of records) {
    for (let at = 0, begun = false; !begun || at < record.length; begun = true) {
      const left = 32_768 - (size % 32_768);
      if (left < 7) put(new Uint8Array(left));
      const room = (left < 7 ? 32_768 : left) - 7;
      const data = record.subarray(at, at + room);
      const isLast = at + data.length === record.length;
      const type = begun ? (isLast ? 4 : 3) : isLast ? 1 : 2;
      const body = Uint8Array.of(type, ...data);
      const head = new DataView(new ArrayBuffer(6));
      const sum = crc(body);
      head.setUint32(0, (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0, true);
      head.setUint16(4, data.length, true);
      put(new Uint8Array(head.buffer));
      put(body);
      at += data.length;
    }
    ends.push(size);
  }
  return { log: Buffer.concat(parts), ends };
}

const record = fc
  .oneof(fc.nat(60), fc.nat(2_000), fc.integer({ min: 32_700, max: 32_800 }), fc.constant(70_000))
  .map((length) => Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 255));

describe('the end of a log of the drafts', () => {
  it('a whole log is whole', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), (records) => {
        const { log } = logOf(records);
        expect(wholeLength(log)).toBe(log.length);
      }),
      { numRuns: 30 },
    );
  });

  it('cut anywhere, or with junk behind, it ends after the last whole record', () => {
    const noise = fc.uint8Array({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), fc.nat(), noise, (...given) => {
        const [records, somewhere, junk] = given;
        const { log, ends } = logOf(records);
        const cut = somewhere % (log.length + 1);
        const before = ends.filter((end) => end <= cut).at(-1) ?? 0;
        expect(wholeLength(log.subarray(0, cut))).toBe(before);
        expect(wholeLength(Buffer.concat([log, junk]))).toBe(log.length);
      }),
      { numRuns: 40 },
    );
  });

  it('a bit that flipped in the middle ends it there', () => {
    const { log, ends } = logOf([Uint8Array.of(1, 2, 3), Uint8Array.of(4), Uint8Array.of(5, 6)]);
    log[(ends[0] ?? 0) + 7]! ^= 1;
    expect(wholeLength(log)).toBe(ends[0]);
  });
});

describe('at the start of the program', () => {
  let machine: Machine;
  let folder: string;
  beforeEach(() => {
    machine = new Machine();
    folder = join(machine.userData, 'IndexedDB', 'app_studio_0.indexeddb.leveldb');
    mkdirSync(folder, { recursive: true });
  });
  afterEach(() => {
    machine.remove();
  });
  const { log } = logOf([Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)]);

  it('the torn tail of the newest log is cut before the window can append behind it', async () => {
    writeFileSync(join(folder, '000003.log'), Buffer.concat([log, Buffer.from('torn')]));
    writeFileSync(join(folder, '000012.log'), Buffer.concat([log, Buffer.from('torn')]));
    await machine.start();
    expect(readFileSync(join(folder, '000012.log'))).toEqual(log);
    expect(readFileSync(join(folder, '000003.log')).length).toBe(log.length + 4);
  });

  it('a log that cannot be read or cut does not keep the program from starting', async () => {
    writeFileSync(join(folder, '000003.log'), Buffer.concat([log, Buffer.from('torn')]));
    for (const call of ['readFile', 'file.truncate', 'list'] as const) {
      const fault = { call, path: 'indexeddb.leveldb', nth: 1, times: null, code: 'EIO' } as const;
      const shell = await machine.start({ faults: [fault] });
      expect((await shell.create()).name).toBe('汽车维修');
      expect(shell.logged.join()).toContain('drafts');
    }
  });
});
