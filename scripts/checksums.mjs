/** `SHA256SUMS` beside what is packed, in the form that `sha256sum -c` reads. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

const sumsName = 'SHA256SUMS';

async function sumOf(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Writes the sums of every file below `folder`, sorted by name. */
export async function writeChecksums(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name !== sumsName)
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
  const lines = [];
  for (const name of names) lines.push(`${await sumOf(join(folder, name))}  ${name}\n`);
  await writeFile(join(folder, sumsName), lines.join(''));
}
