import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { canonicalJson } from '@shared/core/kernel/canonical-json';
import { sha256Hex } from '@shared/core/kernel/hash';
import { schemaVersion, storedForm } from '@shared/core/model/record';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';

const folder = fileURLToPath(new URL('../../../fixtures/gxk-1.0/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.gxk'));

/** What a file is read as, short enough to keep beside it. */
function digest(name: string) {
  const read = readProjectFile(readFileSync(folder + name));
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

it('every project file of version 1.0 that was ever kept is still read the same', async () => {
  const digests = Object.fromEntries(names.map((name) => [name, digest(name)]));
  const text = `${JSON.stringify(digests, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`${folder}expected.json`);
});
