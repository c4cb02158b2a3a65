import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { canonicalJson } from '@shared/core/kernel/canonical-json';
import { sha256Hex } from '@shared/core/kernel/hash';
import { schemaVersion, storedForm } from '@shared/core/model/record';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';

const folderOf = (version: string) =>
  fileURLToPath(new URL(`../../../fixtures/gxk-${version}/`, import.meta.url));

/** What a file is read as, short enough to keep beside it. */
function digest(path: string) {
  const read = readProjectFile(readFileSync(path));
  if (!read.ok) throw new Error(read.failure.detail);
  const { title, counts, standing, media, exports, foreign, findings, records } = read.value;
  const rewritten = writeProjectFile(read.value);
  if (!rewritten.ok) throw new Error(rewritten.failure.detail);
  // Written again it is of this version, unless a later one wrote it; all else stays.
  const version = read.value.newerMinor ? read.value.version : schemaVersion;
  const again = { ok: true, value: { ...read.value, version, migrated: false } };
  expect(readProjectFile(rewritten.value)).toEqual(again);
  return {
    title,
    counts,
    head: standing.head,
    media: [...media.keys()],
    exports: [...exports.keys()],
    foreign: [...(foreign?.entries.keys() ?? [])],
    findings: findings.map(({ finding }) => finding),
    records: sha256Hex(canonicalJson(records.map(storedForm))),
  };
}

it.each(['1.0', '1.1'])(
  'every project file of version %s that was ever kept is still read the same',
  async (version) => {
    const folder = folderOf(version);
    const names = readdirSync(folder).filter((name) => name.endsWith('.gxk'));
    const digests = Object.fromEntries(names.map((name) => [name, digest(folder + name)]));
    const text = `${JSON.stringify(digests, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`${folder}expected.json`);
  },
);
