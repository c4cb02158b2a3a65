import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';

export type StoredRecord = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly kind: string;
};

/** The records of a project file, read without the app's own code. */
export async function recordsIn(file: string): Promise<readonly StoredRecord[]> {
  const parts = unzipSync(new Uint8Array(await readFile(file)));
  const { records } = JSON.parse(strFromU8(parts['project.json'] ?? new Uint8Array())) as {
    records: StoredRecord[];
  };
  return records;
}
