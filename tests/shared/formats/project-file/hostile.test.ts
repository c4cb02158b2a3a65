import fc from 'fast-check';
import { deflateSync, Zip, ZipDeflate } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { guarded } from '@shared/formats/project-file/guarded';
import { readManifest } from '@shared/formats/project-file/read-manifest';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { readDirectory } from '@shared/formats/project-file/zip-directory';
import { unpack, unpackBudget } from '@shared/formats/project-file/zip-unpack';
import { aProjectFile, partsOf, utf8, withParts } from './project-parts';
import { type HandEnd, type HandEntry, zipByHand } from './zip-by-hand';

/** What becomes of a file: 'opens', or the reason it does not. */
function outcome(bytes: Uint8Array): string {
  const read = readProjectFile(bytes);
  if (read.ok) return 'opens';
  expect(read.failure.message).toMatch(/[。]$/);
  return read.failure.reason;
}

/** A sound project file with its zip tampered with: `change` alters the entries, `end` the directory. */
function tampered(
  change: (entries: readonly HandEntry[]) => readonly HandEntry[],
  end: HandEnd = {},
): Uint8Array {
  const entries = [...partsOf(aProjectFile())].map(([name, content]) => ({ name, content }));
  return zipByHand(change(entries), end);
}

const withProject = (text: string) => withParts({ 'project.json': utf8(text) });
const alter = (name: string, lie: Partial<HandEntry>) => (entries: readonly HandEntry[]) =>
  entries.map((entry) => (entry.name === name ? { ...entry, ...lie } : entry));
const zeros = (size: number) => new Uint8Array(size);

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('a file that is not ours', () => {
  it.each([
    ['some text', utf8('这不是压缩包')],
    ['two bytes', utf8('PK')],
    [
      'an archive of something else',
      zipByHand([{ name: '[Content_Types].xml', content: utf8('<a/>') }]),
    ],
    ['another format', withParts({}, (manifest) => ({ ...manifest, format: 'other' }))],
    ['an encrypted archive', tampered(alter('project.json', { flags: 0x801 }))],
    ['an unknown packing method', tampered(alter('project.json', { method: 12 }))],
  ])('%s', (_, bytes) => {
    expect(outcome(bytes)).toBe('not-ours');
  });
});

describe('a damaged file', () => {
  it.each([
    ['nothing at all', zeros(0)],
    ['zeros left by a power cut', zeros(5_000)],
    ['a byte appended', Uint8Array.from([...aProjectFile(), 0])],
    ['bytes before it', Uint8Array.from([0x50, 0x4b, 3, 4, ...aProjectFile()])],
    ['a comment after the directory', tampered((entries) => entries, { comment: 'PK' })],
    ['a part missing', withPart('summary.json')],
    [
      'a part not named in the manifest',
      tampered((entries) => [...entries, { name: 'extra', content: utf8('x') }]),
    ],
    [
      'project.json with another content',
      tampered(alter('project.json', { content: utf8('{"records":[]}') })),
    ],
    ['a wrong CRC', tampered(alter('project.json', { crc: 1 }))],
    ['a size too small', tampered(alter('project.json', { size: 10 }))],
    ['a size too large', tampered(alter('project.json', { size: 4_000_000_000 }))],
    [
      'a packed size beyond the file',
      tampered(alter('project.json', { packedSize: 4_000_000_000 })),
    ],
    [
      'header and directory disagreeing on a size',
      tampered(alter('project.json', { localSize: 1 })),
    ],
    [
      'header and directory disagreeing on a name',
      tampered(alter('project.json', { localName: 'projekt.json' })),
    ],
    ['two entries over each other', tampered(alter('summary.json', { offset: 0 }))],
    [
      'a stream that ends nowhere',
      tampered(
        alter('project.json', { packed: deflateSync(utf8('x'.repeat(500))).subarray(0, 4) }),
      ),
    ],
    ['a stream of rubbish', tampered(alter('project.json', { packed: utf8('\u0007rubbish') }))],
    ['an empty stream', tampered(alter('project.json', { packed: zeros(0) }))],
    ['fewer entries than the directory', tampered((entries) => entries, { count: 2 })],
    ['more entries than the directory', tampered((entries) => entries, { count: 4 })],
    ['a directory elsewhere', tampered((entries) => entries, { directoryOffset: 7 })],
    [
      'numbers of the 64-bit format',
      tampered((entries) => entries, { directoryOffset: 0xffffffff, directorySize: 0xffffffff }),
    ],
    [
      'a folder with content',
      tampered((entries) => [...entries, { name: 'media/', content: utf8('x'), method: 0 }]),
    ],
    ['one name twice', tampered((entries) => [...entries, ...entries.slice(0, 1)])],
    [
      'names that differ in case only',
      tampered((entries) => [...entries, { name: 'Project.JSON', content: utf8('{}') }]),
    ],
    [
      'a name that is no UTF-8',
      tampered((entries) => [
        ...entries,
        { name: Uint8Array.from([0xff, 0xfe]), content: utf8('') },
      ]),
    ],
  ])('%s', (_, bytes) => {
    expect(outcome(bytes)).toBe('damaged');
  });

  it.each([
    '../evil',
    '..\\evil',
    'a/../../evil',
    '/etc/passwd',
    'C:\\evil',
    'C:evil',
    'media/\u0000',
    'media/‥/evil',
    '．．/evil',
    'media//x',
    './x',
    'a\u202egnp.exe',
  ])('an entry that would be unpacked elsewhere: %j', (name) => {
    expect(outcome(tampered((entries) => [...entries, { name, content: utf8('x') }]))).toBe(
      'damaged',
    );
  });

  it.each([
    ['no JSON', '{"records":['],
    ['a byte order mark', '\ufeff{"records":[]}'],
    ['no records', '{}'],
    ['records that are no list', '{"records":{}}'],
    ['a record that is no object', '{"records":[null]}'],
    ['a record without id', '{"records":[{"kind":"course"}]}'],
    [
      'a record of the wrong shape',
      '{"records":[{"kind":"course","id":"co0000000000000001","parentId":null,"order":"a0","name":7}]}',
    ],
    ['a key twice', '{"records":[],"records":[]}'],
    ['a key twice, one disguised', '{"records":[],"\\u0072ecords" :[]}'],
    ['a number without end', '{"records":[],"x":1e999}'],
    ['lists in lists without end', `{"records":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('project.json with %s', (_, text) => {
    expect(outcome(withProject(text))).toBe('damaged');
  });

  it('project.json that is no UTF-8', () => {
    expect(outcome(withParts({ 'project.json': Uint8Array.from([0x22, 0xff, 0x22]) }))).toBe(
      'damaged',
    );
  });

  it('two records with one id', () => {
    const record =
      '{"kind":"workObject","id":"wo0000000000000001","parentId":null,"order":"a0","text":""}';
    expect(outcome(withProject(`{"records":[${record}]}`))).toBe('opens');
    expect(outcome(withProject(`{"records":[${record},${record}]}`))).toBe('damaged');
  });
});

describe('forbidden keys', () => {
  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])('%s anywhere', (key) => {
    const inner = `{"${key}":{"polluted":1}}`;
    expect(outcome(withProject(`{"records":[],"x":${inner}}`))).toBe('forbidden-key');
    expect(
      outcome(
        withProject(
          `{"records":[{"kind":"workObject","id":"wo0000000000000001","parentId":null,"order":"a0","text":"","later":[${inner}]}]}`,
        ),
      ),
    ).toBe('forbidden-key');
    const manifest = JSON.parse(inner) as object;
    expect(outcome(withParts({}, (value) => ({ ...value, later: manifest })))).toBe(
      'forbidden-key',
    );
  });

  it('keys that only look dangerous are kept', () => {
    expect(outcome(withProject('{"records":[],"toString":{"hasOwnProperty":"valueOf"}}'))).toBe(
      'opens',
    );
  });
});

describe('a file that is too large', () => {
  it('a bomb is stopped while it is unpacked, whatever size it declares', () => {
    const packed = deflateSync(zeros(300_000_000), { level: 9 });
    for (const size of [10, 300_000_000, 4_000_000_000]) {
      expect(
        outcome(
          tampered((entries) => [
            ...entries,
            { name: 'media/a.png', content: zeros(0), packed, size },
          ]),
        ),
      ).toBe('too-large');
    }
  });

  it('many entries that together are too much', () => {
    const content = Uint8Array.from(
      { length: 5_000 },
      (_, at) => Math.imul(at, 2_654_435_761) >>> 24,
    );
    const names = ['a', 'b', 'c'];
    const entries = readDirectory(zipByHand(names.map((name) => ({ name, content }))));
    const left = (bytesLeft: number) => {
      const budget = { ...unpackBudget(), bytesLeft };
      const results = names.map((name) => {
        const entry = entries.get(name);
        return guarded(() => entry && unpack(entry, budget).length);
      });
      return results.map((result) => (result.ok ? result.value : result.failure.reason));
    };
    expect(left(15_000)).toEqual([5_000, 5_000, 5_000]);
    expect(left(14_999)).toEqual([5_000, 5_000, 'too-large']);
    expect(unpackBudget().bytesLeft).toBe(200_000_000);
  });

  it('a manifest of more than 5 MB', () => {
    expect(
      outcome(
        withParts({}, (value) => ({
          ...value,
          x: Array.from({ length: 400_000 }, () => Math.random()),
        })),
      ),
    ).toBe('too-large');
  });

  it('more than 200 MB as it lies there', () => {
    expect(outcome(zeros(204_000_001))).toBe('too-large');
  });

  it('more than 5,000 entries, said or real', () => {
    const many = Array.from({ length: 5_001 }, (_, at) => ({
      name: `x${String(at)}`,
      content: zeros(0),
      method: 0,
    }));
    expect(outcome(zipByHand(many))).toBe('too-many');
    expect(outcome(tampered((entries) => entries, { count: 65_535 }))).toBe('too-many');
  });

  it('more than 200,000 records', () => {
    expect(outcome(withProject(`{"records":[${Array(200_001).fill('{}').join()}]}`))).toBe(
      'too-many',
    );
  });
});

describe('a stream nobody packed', () => {
  it('is damaged or too large, and never holds the app up', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        fc.nat(5_000),
        (packed, size) => {
          const bytes = zipByHand([{ name: 'manifest.json', content: zeros(0), packed, size }]);
          expect(['damaged', 'too-large']).toContain(outcome(bytes));
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('a list of files', () => {
  it('reads what a file says about itself without reading its records', () => {
    const bytes = tampered(alter('project.json', { crc: 1 }));
    expect(readManifest(bytes)).toMatchObject({ ok: true, value: { title: '汽车维修' } });
    expect(outcome(bytes)).toBe('damaged');
  });

  it.each([
    ['no summary', withParts({ 'summary.json': null })],
    ['a summary of another shape', withParts({ 'summary.json': utf8({ title: 7 }) })],
    ['an altered summary', tampered(alter('summary.json', { content: utf8('{}') }))],
  ])('names a file with %s damaged', (_, bytes) => {
    expect(readManifest(bytes)).toMatchObject({ ok: false, failure: { reason: 'damaged' } });
  });
});

describe('a file cut off or altered', () => {
  it('at any byte does not open', () => {
    const bytes = aProjectFile();
    for (let length = 0; length < bytes.length; length += 1) {
      expect(['damaged', 'not-ours']).toContain(outcome(bytes.subarray(0, length)));
    }
  });

  it('in any one byte does not open, or opens with the same content', () => {
    const bytes = aProjectFile();
    const sound = readProjectFile(bytes);
    for (let at = 0; at < bytes.length; at += 1) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const altered = bytes.slice();
        altered[at] = (altered[at] ?? 0) ^ flip;
        const read = readProjectFile(altered);
        if (read.ok) expect(read).toEqual(sound);
      }
    }
  });

  it('by two bytes anywhere never mixes contents', () => {
    const bytes = aProjectFile();
    const sound = readProjectFile(bytes);
    for (let run = 0; run < 5_000; run += 1) {
      const altered = bytes.slice();
      for (const factor of [7_919, 104_729])
        altered[(run * factor) % bytes.length] = (run * 31) & 255;
      const read = readProjectFile(altered);
      if (read.ok) expect(read).toEqual(sound);
    }
  });
});

it('a file packed by a program that writes sizes after the content opens', async () => {
  const parts = partsOf(aProjectFile());
  const chunks: Uint8Array[] = [];
  await new Promise<void>((resolve, reject) => {
    const zip = new Zip((error, chunk, final) => {
      if (error) reject(error);
      chunks.push(chunk);
      if (final) resolve();
    });
    for (const [name, content] of parts) {
      const entry = new ZipDeflate(name);
      zip.add(entry);
      entry.push(content, true);
    }
    zip.end();
  });
  expect(readProjectFile(Buffer.concat(chunks))).toEqual(readProjectFile(aProjectFile()));
  for (const descriptor of ['signed', 'bare'] as const) {
    expect(outcome(tampered((entries) => entries.map((entry) => ({ ...entry, descriptor }))))).toBe(
      'opens',
    );
  }
});

it('empty folders and folders of other systems in the archive do no harm', () => {
  expect(
    outcome(tampered((entries) => [{ name: 'media/', content: zeros(0), method: 0 }, ...entries])),
  ).toBe('opens');
});

function withPart(missing: string): Uint8Array {
  return tampered((entries) => entries.filter(({ name }) => name !== missing));
}
