import { deflateSync } from 'fflate';
import { digest } from '@electron/main/files/digest';
import { forkStanding, originHash } from '@shared/core/changes/lineage';
import { newId } from '@shared/core/kernel/id';
import { type Random, seededRandom } from '@shared/core/kernel/random';
import type { FieldSpec } from '@shared/core/model/field';
import { type Kind, kindNames, kindSpec, storedForm } from '@shared/core/model/record';
import { projectOf } from '@shared/core/model/project';
import { starterRecords } from '@shared/core/model/starter';
import { samples } from '@shared/core/samples/index';
import { summaryOf } from '@shared/formats/project-file/summary';
import { pick, randomProject } from '../helpers/random-project';
import { type HandEntry, zipByHand } from '../shared/formats/project-file/zip-by-hand';
import { oddNumber, oddOrder, oddText, oddValue } from './odd-values';

/** Where a project was mutated; everything above it is made sound again, so that the reader gets as far. */
export type Layer =
  | 'bytes'
  | 'directory'
  | 'manifest'
  | 'lineage'
  | 'summary'
  | 'text'
  | 'values'
  | 'fields'
  | 'references'
  | 'order'
  | 'records';

export interface Mutant {
  readonly index: number;
  readonly layer: Layer;
  readonly bytes: Uint8Array;
}

type Stored = Record<string, unknown>;

/** A project as its parts before they are packed; a mutation changes a copy of them. */
interface Parts {
  records: Stored[];
  readonly manifest: Stored;
  summary: unknown;
  readonly others: Stored;
}

/** How often a layer comes up among 100. */
const shares: readonly (readonly [Layer, number])[] = [
  ['bytes', 9],
  ['directory', 9],
  ['manifest', 7],
  ['lineage', 6],
  ['summary', 4],
  ['text', 12],
  ['values', 12],
  ['fields', 12],
  ['references', 12],
  ['order', 8],
  ['records', 9],
];

export const layers: readonly Layer[] = shares.map(([layer]) => layer);

const projectId = 'pj0000000000000001';
const standing = forkStanding(
  {
    projectId,
    head: { copyId: 'cp0000000000000001', seq: 0, changeHash: originHash(projectId) },
    lineage: {},
  },
  'cp0000000000000002',
);
const encoder = new TextEncoder();

/** The projects that are mutated: mostly small ones, some of up to 300 records, a written course among them. */
const bases = (() => {
  const random = Array.from({ length: 120 }, (_, seed) => randomProject(seed + 1).records)
    .map((records) => [...records.values()])
    .filter((records) => records.length <= 300)
    .sort((left, right) => left.length - right.length);
  const few = random.slice(0, 40);
  const starter = starterRecords('汽车维修', seededRandom(1));
  const sample = samples[0]?.records(seededRandom(1)) ?? [];
  return [starter, ...few, ...few, ...few, ...random.slice(40).filter(isTenth), sample].map(
    (records) => ({
      stored: records.map((record) => ({ ...storedForm(record) })),
      summary: summaryOf(projectOf(records)),
    }),
  );
})();

function isTenth(_: unknown, index: number): boolean {
  return index % 10 === 0;
}

/** The mutant of a number, the same whenever it is asked for. */
export function mutantOf(seed: number, index: number): Mutant {
  const random = seededRandom(Math.imul(seed, 1_000_003) + index);
  const base = pick(random, bases)!;
  const parts: Parts = {
    records: base.stored.map((record) => ({ ...record })),
    manifest: { format: 'gxk', schemaVersion: '1.1', ...structuredClone(standing) },
    summary: structuredClone(base.summary),
    others: {},
  };
  const layer = aLayer(random);
  // Several strokes now and then: what one of them alone would not reach.
  const strokes = random.below(4) === 0 ? 2 + random.below(4) : 1;
  return { index, layer, bytes: mutated(layer, { parts, random, strokes }) };
}

function aLayer(random: Random): Layer {
  let left = random.below(shares.reduce((sum, [, share]) => sum + share, 0));
  for (const [layer, share] of shares) {
    if (left < share) return layer;
    left -= share;
  }
  return 'bytes';
}

interface Making {
  readonly parts: Parts;
  readonly random: Random;
  readonly strokes: number;
}

function mutated(layer: Layer, making: Making): Uint8Array {
  const { parts, random, strokes } = making;
  switch (layer) {
    case 'bytes':
      return withOddBytes(packed(entriesOf(parts), random), making);
    case 'directory':
      return withOddDirectory(entriesOf(parts), making);
    case 'manifest':
      return packed(
        entriesOf(parts, (manifest) => oddMembers(manifest, making)),
        random,
      );
    case 'text':
      return packed(
        entriesOf(parts, undefined, (text) => oddJsonText(text, making)),
        random,
      );
    default:
      for (let stroke = 0; stroke < strokes; stroke += 1) strokesOf[layer](making);
      return packed(entriesOf(parts), random);
  }
}

/** Mutations of what stands in the parts; checksums and zip are made for the result. */
const strokesOf: Readonly<
  Record<Exclude<Layer, 'bytes' | 'directory' | 'manifest' | 'text'>, (making: Making) => void>
> = {
  lineage: ({ parts, random }) => {
    const head = parts.manifest.head as Stored;
    const places = parts.manifest.lineage as Stored;
    const copies = [
      'cp0000000000000001',
      'cp0000000000000002',
      newId('cp', random),
      oddText(random),
    ];
    const place = { seq: oddNumber(random), changeHash: pick(random, hashes(random)) };
    const choice = random.below(5);
    if (choice === 0) head.seq = oddNumber(random);
    if (choice === 1) head.changeHash = pick(random, hashes(random));
    if (choice === 2) head.copyId = pick(random, copies);
    if (choice === 3) places[pick(random, copies) ?? ''] = place;
    if (choice === 4) parts.manifest.projectId = pick(random, [newId('pj', random), 'pj', '']);
  },
  summary: ({ parts, random }) => {
    parts.summary = oddInside(parts.summary, random);
  },
  values: ({ parts, random }) => {
    const at = random.below(Math.max(1, parts.records.length));
    const odd = oddInside(structuredClone(parts.records[at]), random);
    if (parts.records.length > 0) parts.records[at] = odd as Stored;
    if (random.below(20) === 0) parts.others[oddText(random).slice(0, 40)] = oddValue(random);
  },
  fields: ({ parts, random }) => {
    const record = pick(random, parts.records);
    const kind = record?.kind as Kind;
    if (record === undefined || !kindNames.includes(kind)) return;
    const field = pick(random, Object.entries(kindSpec(kind).fields));
    if (field !== undefined) record[field[0]] = oddField(field[1], parts, random);
  },
  references: ({ parts, random }) => {
    const record = pick(random, parts.records);
    if (record === undefined) return;
    const refs = kindNames.includes(record.kind as Kind)
      ? Object.entries(kindSpec(record.kind as Kind).fields).filter(
          ([, { type }]) => type === 'ref',
        )
      : [];
    const field = random.below(2) === 0 ? 'parentId' : (pick(random, refs)?.[0] ?? 'parentId');
    record[field] = aTarget(record, parts, random);
  },
  order: ({ parts, random }) => {
    const record = pick(random, parts.records);
    if (record === undefined) return;
    const order = oddOrder(random);
    record.order = order;
    // Brothers of one key, as after a merge or from another program.
    if (random.below(2) === 0) return;
    for (const other of parts.records) if (other.parentId === record.parentId) other.order = order;
  },
  records: ({ parts, random }) => {
    const at = random.below(Math.max(1, parts.records.length));
    const record = parts.records[at];
    if (record === undefined) return;
    const choice = random.below(9);
    if (choice === 0) parts.records.splice(at, 1);
    if (choice === 1) parts.records.splice(at, 0, { ...record });
    if (choice === 2) parts.records.push({ ...record, id: newId('zz', random) });
    if (choice === 3) record.kind = pick(random, [...kindNames, '未来', '', 'toString', '?future']);
    if (choice === 4)
      record.id = pick(random, [newId('co', random), oddText(random), record.parentId]);
    if (choice === 5) parts.manifest.schemaVersion = pick(random, ['1.0', '1.2', '1.9999', '0.9']);
    if (choice === 6) parts.records = parts.records.filter(() => random.below(3) > 0);
    if (choice === 7) record[pick(random, ['unknown', 'toString', 'a0', '值'])!] = oddValue(random);
    if (choice === 8) parts.records.reverse();
  },
};

function hashes(random: Random): readonly unknown[] {
  return [originHash(projectId), '0'.repeat(64), 'f'.repeat(64), 'F'.repeat(64), oddText(random)];
}

/** Where a reference may wrongly lead: to itself, to any other, up, down, nowhere. */
function aTarget(record: Stored, { records }: Parts, random: Random): unknown {
  const own = records.filter(({ parentId }) => parentId === record.id);
  return pick(random, [
    record.id,
    pick(random, records)?.id,
    pick(random, records)?.id,
    pick(random, own)?.id ?? null,
    record.parentId,
    null,
    newId('co', random),
    oddText(random).slice(0, 20),
  ]);
}

function oddField(spec: FieldSpec, { records }: Parts, random: Random): unknown {
  switch (spec.type) {
    case 'items': {
      const id = pick(random, [newId('it', random), records[0]?.id, oddText(random).slice(0, 20)]);
      const count = pick(random, [1, 2, 2, 5, 40])!;
      return Array.from({ length: count }, (_, index) => ({
        id: random.below(3) === 0 ? id : newId('it', random),
        text: oddText(random),
        ...(index === 3 ? { more: oddValue(random) } : {}),
      }));
    }
    case 'hours':
    case 'percent':
    case 'count':
      return random.below(6) === 0 ? oddValue(random) : oddNumber(random);
    case 'choice':
      return pick(random, [...spec.options, ...spec.options, oddText(random)]);
    case 'flag':
      return pick(random, [true, false, 'true', 1]);
    case 'ref':
      return pick(random, [...records.slice(0, 5).map(({ id }) => id), oddText(random)]);
    case 'stamp':
      return pick(random, [
        {
          hash: oddText(random).slice(0, 64),
          normaliser: oddNumber(random),
          text: oddText(random),
        },
        oddValue(random),
      ]);
    case 'line':
    case 'text':
    case 'note':
    case 'date':
      return random.below(10) === 0 ? oddValue(random) : oddText(random);
  }
}

/** A value with one place in it put to another value, or a member added, or one taken away. */
function oddInside(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.below(5) === 0) return oddValue(random);
  if (Array.isArray(value)) {
    const list = [...(value as readonly unknown[])];
    const at = random.below(Math.max(1, list.length));
    if (random.below(3) === 0) list.splice(at, random.below(2), oddValue(random));
    else if (list.length > 0) list[at] = oddInside(list[at], random);
    return list;
  }
  const members = { ...(value as Stored) };
  const name = pick(random, Object.keys(members));
  const choice = random.below(6);
  if (name === undefined || choice === 0) members[oddText(random).slice(0, 60)] = oddValue(random);
  else if (choice === 1) Reflect.deleteProperty(members, name);
  else members[name] = oddInside(members[name], random);
  return members;
}

function oddMembers(manifest: Stored, { random, strokes }: Making): Stored {
  let odd: unknown = manifest;
  for (let stroke = 0; stroke < strokes; stroke += 1) odd = oddInside(odd, random);
  return odd as Stored;
}

const tokens: readonly string[] = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  '\\u005f_proto__',
  '"__proto__":{},',
  '"constructor":1,',
  '"id":"co0000000000000001",',
  '"":"",',
  'null',
  'NaN',
  '-',
  '1e999',
  '1e-999',
  '0'.repeat(30),
  '9'.repeat(40),
  '[[[[',
  '['.repeat(70),
  '{"a":'.repeat(70),
  '{},'.repeat(50),
  ' '.repeat(200),
  '/*x*/',
  '\ufeff',
  '\n',
  '\t',
  '\u0007',
  '𠮷',
];

/** JSON with pieces put in, taken out, doubled or exchanged. */
function oddJsonText(text: string, { random, strokes }: Making): string {
  let odd = text;
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const at = random.below(odd.length + 1);
    const length = random.below(2) === 0 ? 1 : random.below(60);
    const put = random.below(5) === 0 ? odd.slice(at, at + length) : pick(random, tokens)!;
    const left = random.below(2) === 0 ? at : at + length;
    // Often at the edge of a member, where JSON would still be JSON.
    const edge = random.below(2) === 0 ? odd.indexOf(',"', at) + 1 : at;
    odd =
      edge > 0 && edge !== at
        ? odd.slice(0, edge) + put + odd.slice(edge)
        : odd.slice(0, at) + put + odd.slice(left);
  }
  return odd;
}

/** The parts as entries, with sums that fit what was made of them. */
function entriesOf(
  parts: Parts,
  manifestChange: (manifest: Stored) => Stored = (manifest) => manifest,
  textChange: (text: string) => string = (text) => text,
): HandEntry[] {
  const projectText = JSON.stringify({ ...parts.others, records: parts.records });
  const contents = new Map([
    ['project.json', encoder.encode(textChange(projectText))],
    ['summary.json', encoder.encode(JSON.stringify(parts.summary))],
  ]);
  const files: Stored = {};
  for (const [name, content] of contents) {
    files[name] = { bytes: content.length, sha256: digest(content) };
  }
  const manifest = JSON.stringify(manifestChange({ ...parts.manifest, files }));
  contents.set('manifest.json', encoder.encode(manifest));
  return [...contents].map(([name, content]) => ({ name, content, method: 0 }));
}

function packed(entries: readonly HandEntry[], random: Random): Uint8Array {
  // Now and then deflated, as ours are; stored is quicker to make.
  const method = random.below(8) === 0 ? 8 : 0;
  return zipByHand(entries.map((entry) => ({ ...entry, method })));
}

/** The file itself with bytes flipped, cut out, put in, cut off or doubled. */
function withOddBytes(file: Uint8Array, { random, strokes }: Making): Uint8Array {
  let bytes = Uint8Array.from(file);
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const at = random.below(Math.max(1, bytes.length));
    const choice = random.below(6);
    if (choice <= 1) bytes[at] = random.below(256);
    if (choice === 2) bytes = bytes.slice(0, at);
    if (choice === 3)
      bytes = spliced(bytes, at, { left: random.below(40), put: new Uint8Array(0) });
    if (choice === 4) {
      const put = Uint8Array.from({ length: 1 + random.below(40) }, () => random.below(256));
      bytes = spliced(bytes, at, { left: 0, put });
    }
    if (choice === 5) bytes.fill(pick(random, [0, 255])!, at, at + 1 + random.below(512));
  }
  return bytes;
}

function spliced(
  bytes: Uint8Array,
  at: number,
  { left, put }: { readonly left: number; readonly put: Uint8Array },
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + left)]);
}

const oddSizes: readonly number[] = [0, 1, 10, 65_535, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];
const oddNames: readonly string[] = [
  '../evil',
  'media/',
  'media/a.png',
  'exports/x/baseline.json',
  'PROJECT.JSON',
  'project.json',
  'manifest.json',
  'future.bin',
  'a'.repeat(300),
  '\u0000',
  'C:x',
  '．．/x',
];

/** Headers that lie, entries that are added, doubled, renamed or exchanged. */
function withOddDirectory(sound: HandEntry[], { random, strokes }: Making): Uint8Array {
  const entries = [...sound];
  let end: Parameters<typeof zipByHand>[1] = {};
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const at = random.below(entries.length);
    const entry = entries[at]!;
    const size = pick(random, oddSizes)!;
    const name = pick(random, oddNames)!;
    const lies: readonly (() => void)[] = [
      () => (entries[at] = { ...entry, size }),
      () => (entries[at] = { ...entry, packedSize: size }),
      () => (entries[at] = { ...entry, localSize: size }),
      () => (entries[at] = { ...entry, offset: size }),
      () => (entries[at] = { ...entry, crc: random.below(2 ** 31) }),
      () => (entries[at] = { ...entry, method: pick(random, [0, 8, 8, 9, 12])! }),
      () => (entries[at] = { ...entry, flags: pick(random, [0, 1, 8, 0x800, 0x801, 0xffff])! }),
      () => (entries[at] = { ...entry, name }),
      () => (entries[at] = { ...entry, localName: name }),
      () => (entries[at] = { ...entry, descriptor: pick(random, ['signed', 'bare'] as const)! }),
      () => (entries[at] = { ...entry, method: 8, packed: oddStream(entry.content, random) }),
      () => entries.push({ name, content: encoder.encode(oddText(random)), method: 0 }),
      () => entries.push(entry),
      () => entries.reverse(),
      () => (end = { ...end, count: pick(random, [0, 1, 2, 4, 65_535])! }),
      () => (end = { ...end, directorySize: size }),
      () => (end = { ...end, directoryOffset: size }),
      () => (end = { ...end, comment: oddText(random).slice(0, 40) }),
    ];
    pick(random, lies)?.();
  }
  return zipByHand(entries, end);
}

function oddStream(content: Uint8Array, random: Random): Uint8Array {
  const stream = deflateSync(content);
  const choice = random.below(3);
  if (choice === 0) return stream.subarray(0, random.below(stream.length));
  if (choice === 1) stream[random.below(stream.length)] = random.below(256);
  return stream;
}
