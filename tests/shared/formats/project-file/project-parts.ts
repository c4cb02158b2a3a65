import { forkStanding, originHash, type Standing } from '@shared/core/changes/lineage';
import { sha256Hex } from '@shared/core/kernel/hash';
import { seededRandom } from '@shared/core/kernel/random';
import { starterRecords } from '@shared/core/model/starter';
import { readDirectory } from '@shared/formats/project-file/zip-directory';
import { unpack, unpackBudget } from '@shared/formats/project-file/zip-unpack';
import {
  writeProjectFile,
  type ProjectFileContent,
} from '@shared/formats/project-file/write-project-file';
import { zipByHand } from './zip-by-hand';

const projectId = 'pj0000000000000001';

/** A copy that was made from another one and has no change of its own. */
export const standing: Standing = forkStanding(
  {
    projectId,
    head: { copyId: 'cp0000000000000001', seq: 0, changeHash: originHash(projectId) },
    lineage: {},
  },
  'cp0000000000000002',
);

export const utf8 = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

/** A small sound project file. */
export function aProjectFile(more: Partial<ProjectFileContent> = {}): Uint8Array {
  const records = starterRecords('汽车维修', seededRandom(1));
  const written = writeProjectFile({ standing, records, ...more });
  if (!written.ok) throw new Error(written.failure.detail);
  return written.value;
}

/** The entries of a file by name. */
export function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const budget = unpackBudget();
  return new Map([...readDirectory(bytes)].map(([name, entry]) => [name, unpack(entry, budget)]));
}

/** A project file with entries put in, replaced or (null) left out; checksums are made to match. */
export function withParts(
  changes: Readonly<Record<string, Uint8Array | null>>,
  manifest: (value: Record<string, unknown>) => unknown = (value) => value,
): Uint8Array {
  const parts = partsOf(aProjectFile());
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  const stored = JSON.parse(new TextDecoder().decode(parts.get('manifest.json'))) as Record<
    string,
    unknown
  >;
  const files: Record<string, unknown> = {};
  for (const [name, content] of parts) {
    if (name !== 'manifest.json')
      files[name] = { bytes: content.length, sha256: sha256Hex(content) };
  }
  parts.set('manifest.json', utf8(manifest({ ...stored, files })));
  return zipByHand([...parts].map(([name, content]) => ({ name, content, method: 0 })));
}
