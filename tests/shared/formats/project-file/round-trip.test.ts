import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@shared/core/kernel/hash';
import { seededRandom } from '@shared/core/kernel/random';
import { newId } from '@shared/core/kernel/id';
import { keyBetween } from '@shared/core/kernel/order-key';
import { emptyValue, type FieldSpec } from '@shared/core/model/field';
import {
  type AnyRecord,
  kindNames,
  kindSpec,
  newRecord,
  parseRecord,
} from '@shared/core/model/record';
import { readManifest } from '@shared/formats/project-file/read-manifest';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { cleanCharacters } from '@shared/core/model/text';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { aProjectFile, partsOf, standing, utf8 } from './project-parts';

const byId = (left: AnyRecord, right: AnyRecord) => (left.id < right.id ? -1 : 1);

/**
 * Texts people and pastes bring along, and texts only an attacker or a bug would, as the reader puts them
 * right; other trials are about how it does.
 */
const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      '\ufeff',
      '\ud800',
      '"\\',
      '__proto__',
      '":',
      '面积 m²，CO₂\n第二段',
      '\u2028',
    ),
    fc.integer({ min: 1, max: 5_000 }).map((length) => '好'.repeat(length)),
  )
  .map(cleanCharacters);

function valueOf(spec: FieldSpec, seed: number, text: string): unknown {
  const random = seededRandom(seed);
  switch (spec.type) {
    case 'line':
    case 'text':
      return text;
    case 'items':
      return [{ id: newId('it', random), text }];
    case 'hours':
      return seed % 3 === 0 ? null : (seed % 40_000) / 2;
    case 'percent':
      return (seed % 1001) / 10;
    case 'choice':
      return spec.options[seed % spec.options.length];
    case 'ref':
      return seed % 2 === 0 ? null : newId('co', random);
    default:
      return emptyValue(spec);
  }
}

const records = fc
  .array(fc.tuple(fc.nat(), fc.nat(kindNames.length), texts), { maxLength: 20 })
  .map((list) => {
    const made: AnyRecord[] = [];
    list.forEach(([seed, kindAt, text], index) => {
      const random = seededRandom(seed + index);
      const kind = kindNames[kindAt];
      const base = {
        id: newId(kind === undefined ? 'zz' : kindSpec(kind).code, seededRandom(index * 7_919 + 1)),
        parentId:
          made.length === 0 || seed % 4 === 0 ? null : (made[seed % made.length]?.id ?? null),
        order: keyBetween(null, null, random),
      };
      const fields = kind === undefined ? [['wording', text] as const] : [];
      const known =
        kind === undefined
          ? []
          : Object.entries(kindSpec(kind).fields).map(
              ([name, spec]) => [name, valueOf(spec, seed, text)] as const,
            );
      const record = parseRecord({
        ...base,
        kind: kind ?? 'kindOfLater',
        ...Object.fromEntries([...fields, ...known]),
      });
      if ('problem' in record) throw new Error(record.problem);
      made.push(record);
    });
    return made;
  });

const files = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}\.(?:png|docx|bin)$/),
  fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.nat(5_000).map((size) => new Uint8Array(size)),
  ),
  { maxKeys: 4 },
);

describe('every project file written', () => {
  it('opens with exactly what was written, and is written again with the same bytes', () => {
    fc.assert(
      fc.property(records, files, files, (list, media, exports) => {
        const content = {
          standing,
          records: list,
          media: new Map(Object.entries(media)),
          exports: new Map(Object.entries(exports)),
        };
        const written = writeProjectFile(content);
        if (!written.ok) throw new Error(written.failure.detail);
        const read = readProjectFile(written.value);
        if (!read.ok) throw new Error(read.failure.detail);
        expect(read.value.records).toEqual(list.toSorted(byId));
        expect(read.value.standing).toEqual(standing);
        expect(read.value.media).toEqual(content.media);
        expect(read.value.exports).toEqual(content.exports);
        expect(readManifest(written.value)).toMatchObject({
          ok: true,
          value: { title: read.value.title, counts: read.value.counts },
        });
        const again = writeProjectFile({ ...read.value, records: list.toReversed() });
        expect(again.ok && Buffer.compare(again.value, written.value)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('is a zip that other programs read', () => {
    const bytes = aProjectFile({ media: new Map([['a.png', new Uint8Array([1, 2, 3])]]) });
    expect(new Map(Object.entries(unzipSync(bytes)))).toEqual(partsOf(bytes));
  });

  it('still opens after another program has unpacked and packed it', () => {
    const bytes = aProjectFile();
    const repacked = zipSync(unzipSync(bytes), { level: 9, mtime: '2026-11-21T08:00:00' });
    expect(readProjectFile(repacked)).toEqual(readProjectFile(bytes));
  });

  it('holds text that would pack a thousandfold, unpacked', () => {
    const records = [
      {
        kind: 'workObject',
        id: 'wo0000000000000001',
        parentId: null,
        order: 'a0',
        text: '好'.repeat(100_000),
      },
    ] as const;
    const written = writeProjectFile({ standing, records });
    expect(written.ok && readProjectFile(written.value).ok).toBe(true);
    expect(written.ok && written.value.length).toBeGreaterThan(300_000);
  });

  it('is written from remembered texts with the same bytes', () => {
    const memo = new WeakMap<AnyRecord, string>();
    const list = aRecords();
    const first = writeProjectFile({ standing, records: list, memo });
    expect(list.every((record) => memo.has(record))).toBe(true);
    expect(writeProjectFile({ standing, records: list, memo })).toEqual(first);
    expect(writeProjectFile({ standing, records: list })).toEqual(first);
  });
});

it('a project with endless names has a short summary, and is written', () => {
  const records: AnyRecord[] = [
    newRecord(
      'major',
      { id: 'ma0000000000000001', parentId: null, order: 'a0' },
      { name: '𠮷'.repeat(50_000) },
    ),
    newRecord('majorLevel', {
      id: 'ml0000000000000001',
      parentId: 'ma0000000000000001',
      order: 'a0',
    }),
  ];
  for (let index = 0; index < 1_200; index += 1) {
    const base = {
      id: newId('co', seededRandom(index)),
      parentId: 'ml0000000000000001',
      order: 'a0',
    };
    records.push(newRecord('course', base, { name: index < 30 ? '课'.repeat(100_000) : '课' }));
  }
  const written = writeProjectFile({ standing, records });
  const read = written.ok ? readManifest(written.value) : written;
  expect(read.ok && read.value.summary.courses).toHaveLength(1_000);
  expect(read.ok && read.value.title).toBe('𠮷'.repeat(200));
});

describe('what a project file cannot hold is refused in words', () => {
  const refused = (more: object) => {
    const written = writeProjectFile({ standing, records: aRecords(), ...more });
    return written.ok
      ? 'written'
      : [written.failure.reason, written.failure.message.includes('没有写入')];
  };

  it('two records with one id', () => {
    const [record] = aRecords();
    expect(refused({ records: [record, record] })).toEqual(['cannot-hold', true]);
    const memo = new WeakMap<AnyRecord, string>();
    writeProjectFile({ standing, records: [record] as AnyRecord[], memo });
    expect(refused({ records: [record, record], memo })).toEqual(['cannot-hold', true]);
  });

  it('a record the reader would not take', () => {
    const record = { ...aRecords()[0], name: '好'.repeat(100_001) };
    expect(refused({ records: [record] })).toEqual(['cannot-hold', true]);
  });

  it('more than 200,000 records', () => {
    const [record] = aRecords();
    expect(refused({ records: Array(200_001).fill(record) })).toEqual(['too-many', true]);
  });

  it('more than 200 MB and more than 5,000 parts', () => {
    expect(refused({ media: new Map([['a.png', new Uint8Array(200_000_001)]]) })).toEqual([
      'too-large',
      true,
    ]);
    const many = Array.from(
      { length: 5_000 },
      (_, at) => [`${String(at)}.png`, new Uint8Array()] as const,
    );
    expect(refused({ media: new Map(many) })).toEqual(['too-many', true]);
    expect(refused({ media: new Map(many.slice(0, 4_990)) })).toBe('written');
  });

  it.each([
    '../a.png',
    'a\\b.png',
    'C:a.png',
    '/a.png',
    '',
    'a\ud800.png',
    '．．/a.png',
    'x'.repeat(300),
  ])('a part named %j', (name) => {
    expect(refused({ media: new Map([[name, utf8('x')]]) })).toEqual(['cannot-hold', true]);
  });

  it('two parts whose names are one file on some system', () => {
    const media = new Map([
      ['a.png', utf8('x')],
      ['A.PNG', utf8('y')],
    ]);
    expect(refused({ media })).toEqual(['cannot-hold', true]);
  });
});

function aRecords(): readonly AnyRecord[] {
  const read = readProjectFile(aProjectFile());
  if (!read.ok) throw new Error(read.failure.detail);
  return read.value.records;
}

it('the checksums in the manifest are those of the parts', () => {
  const parts = partsOf(aProjectFile());
  const manifest = JSON.parse(new TextDecoder().decode(parts.get('manifest.json'))) as {
    files: Record<string, { bytes: number; sha256: string }>;
  };
  for (const [name, content] of parts) {
    if (name === 'manifest.json') continue;
    expect(manifest.files[name]).toEqual({ bytes: content.length, sha256: sha256Hex(content) });
  }
});
