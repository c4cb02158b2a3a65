import { deflateRawSync } from 'node:zlib';
import { digest } from '@electron/main/files/digest';
import { aProjectFile, partsOf, utf8 } from './project-parts';
import { type HandEntry, zipByHand } from './zip-by-hand';

/** Files that are small to send and large to open, each made as somebody would who wants to do harm. */

const megabyte = 1_000_000;

/** `piece` again and again, and now and then a number, which keeps a packer from being too good at it. */
function repeated(piece: string, bytes: number): string {
  const parts: string[] = [];
  for (let size = 0, count = 0; size < bytes; count += 1) {
    const part = piece.repeat(Math.ceil(300 / piece.length)) + salt(count);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

/** White space that differs from place to place. */
function salt(count: number): string {
  const bits = (Math.imul(count + 1, 2_654_435_761) >>> 0).toString(2);
  return bits.replaceAll('0', ' ').replaceAll('1', '\n');
}

const list = (piece: string, bytes: number) => `[${repeated(piece, bytes)}null]`;

function numbered(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(',');
}

const records = (inside: string) => `{"records":${inside}}`;
const unknown = (inside: string) => `{"later":${inside},"records":[]}`;
const aRecord = (id: number, more = '') =>
  `{"id":"zz${String(id).padStart(16, '0')}","kind":"future","order":"a0","parentId":null${more}}`;

/** `project.json` of each, by what is wrong with it. */
const texts: Readonly<Record<string, () => string>> = {
  'millions of empty objects as records': () => records(list('{},', 120 * megabyte)),
  'millions of empty lists in a part of a later version': () => unknown(list('[],', 30 * megabyte)),
  'millions of small objects inside one record': () =>
    records(`[${aRecord(1, `,"later":${list('{"a":1},', 30 * megabyte)}`)}]`),
  'millions of keys in one object': () =>
    unknown(`{${numbered(2_000_000, (index) => `"k${String(index)}":0`)}}`),
  'millions of objects with a key of their own': () =>
    unknown(`[${numbered(2_000_000, (index) => `{"k${String(index)}":0}`)}]`),
  'millions of records with an object where a line should be': () =>
    records(`[${numbered(400_000, (index) => aRecord(index, ',"name":{}'))}]`),
  'millions of lists inside each other': () =>
    unknown('['.repeat(5 * megabyte) + ']'.repeat(5 * megabyte)),
  'millions of objects inside each other': () =>
    unknown('{"a":'.repeat(2 * megabyte) + '1' + '}'.repeat(2 * megabyte)),
  'brackets that are never closed': () => records('['.repeat(50)),
  'one text of many million letters': () =>
    records(`["${repeated('x', 40 * megabyte).replaceAll('\n', 'n')}"]`),
  'one text of millions of escapes': () => records(`["${'\\u5b57'.repeat(5 * megabyte)}"]`),
  'a key of millions of letters': () => unknown(`{"${'k'.repeat(50 * megabyte)}":1}`),
  'one number of millions of digits': () => unknown('9'.repeat(50 * megabyte)),
  'millions of numbers': () => unknown(list('1,', 30 * megabyte)),
  'nothing but white space': () => records(`[${repeated('    \n', 40 * megabyte)}]`),
  'one key a million times in one object': () => unknown(`{${numbered(1_000_000, () => '"a":1')}}`),
  'one key twice in each of many objects': () =>
    unknown(`[${numbered(15_000, () => '{"abcdefgh":1,"abcdefgh":"ijklmnopq"}')}]`),
  'one record that is none, before megabytes of others': () =>
    records(`[{"id":7},${numbered(150_000, (index) => aRecord(index))}]`),
  'more records than a project may have': () =>
    records(`[${numbered(200_001, (index) => aRecord(index))}]`),
};

/** A file of ours with another `project.json`, sums and all. */
function withProject(text: string): Uint8Array {
  return packedFile(new Map([...partsOf(aProjectFile()), ['project.json', utf8(text)]]));
}

function packedFile(parts: Map<string, Uint8Array>): Uint8Array {
  const stored = JSON.parse(new TextDecoder().decode(parts.get('manifest.json'))) as object;
  const sums: Record<string, unknown> = {};
  for (const [name, content] of parts) {
    if (name !== 'manifest.json') sums[name] = { bytes: content.length, sha256: digest(content) };
  }
  parts.set('manifest.json', utf8({ ...stored, files: sums }));
  return zipByHand([...parts].map(([name, content]) => packedEntry(name, content)));
}

/** Packed by the machine's own packer, and stored when that is better than we unpack. */
function packedEntry(name: string, content: Uint8Array): HandEntry {
  const packed = deflateRawSync(content, { level: 4 });
  const isAllowed = packed.length * 90 > content.length;
  return isAllowed ? { name, content, packed } : { name, content, method: 0 };
}

const withManifest = (change: (manifest: Record<string, unknown>) => string) => {
  const parts = partsOf(aProjectFile());
  const stored = JSON.parse(new TextDecoder().decode(parts.get('manifest.json'))) as Record<
    string,
    unknown
  >;
  parts.set('manifest.json', utf8(change(stored)));
  return zipByHand([...parts].map(([name, content]) => packedEntry(name, content)));
};

/** Bombs that are not in `project.json`. */
const others: Readonly<Record<string, () => Uint8Array>> = {
  'a manifest of millions of values': () =>
    withManifest(() => `{"format":"gxk","a":${list('[],', 4.5 * megabyte)}}`),
  'a manifest of thirty thousand ancestors': () =>
    withManifest((manifest) =>
      JSON.stringify({
        ...manifest,
        lineage: Object.fromEntries(
          Array.from({ length: 30_000 }, (_, index) => [
            `cp${String(index).padStart(16, '0')}`,
            { seq: 1, changeHash: '0'.repeat(64) },
          ]),
        ),
      }),
    ),
  'a summary of millions of values': () => {
    const parts = partsOf(aProjectFile());
    parts.set('summary.json', utf8(list('{},', 4.5 * megabyte)));
    // The reader derives its own: it is the look at a file that must not be harmed.
    parts.set('project.json', utf8('{"records":[1]}'));
    return packedFile(parts);
  },
  'content that unpacks a thousand times': () => {
    const content = new Uint8Array(180 * megabyte);
    return bombEntry(content, deflateRawSync(content));
  },
  'content that says it is small and is not': () => {
    const content = new Uint8Array(100 * megabyte);
    return bombEntry(content, deflateRawSync(content), 1_000);
  },
  'content that says it is large and is not': () =>
    bombEntry(utf8('small'), deflateRawSync(utf8('small')), 190 * megabyte),
  'as many entries as a zip can have': () => {
    const content = new Uint8Array(0);
    const names = Array.from({ length: 20_000 }, (_, index) => `media/${String(index)}`);
    return quickZip(names, content, 65_535);
  },
  'entries that lie over each other': () => {
    const entries = [...partsOf(aProjectFile())].map(([name, content]) => ({ name, content }));
    const kernel = { name: 'media/0', content: new Uint8Array(megabyte), offset: 0 };
    const over = Array.from({ length: 50 }, (_, index) => ({
      ...kernel,
      name: `m${String(index)}`,
    }));
    return zipByHand([...entries, ...over]);
  },
};

/** A file with one more entry, which the manifest names as large as its header does. */
function bombEntry(content: Uint8Array, packed: Uint8Array, size = content.length): Uint8Array {
  const parts = partsOf(aProjectFile());
  const manifest = JSON.parse(new TextDecoder().decode(parts.get('manifest.json'))) as {
    readonly files: Record<string, unknown>;
  };
  const files = { ...manifest.files, 'media/bomb': { bytes: size, sha256: digest(content) } };
  parts.set('manifest.json', utf8({ ...manifest, files }));
  const entries = [...parts].map(([name, part]) => ({ name, content: part }));
  return zipByHand([...entries, { name: 'media/bomb', content, packed, size }]);
}

/** A directory of many empty entries; `zipByHand` would take minutes. */
function quickZip(names: readonly string[], content: Uint8Array, count: number): Uint8Array {
  const one = zipByHand([{ name: names[0] ?? '', content, method: 0 }]);
  return zipByHand([{ name: 'a', content: Buffer.concat(names.map(() => one)), method: 0 }], {
    count,
  });
}

/** Every bomb by name. */
export const bombs: ReadonlyMap<string, () => Uint8Array> = new Map([
  ...Object.entries(texts).map(([name, text]) => [name, () => withProject(text())] as const),
  ...Object.entries(others),
]);
