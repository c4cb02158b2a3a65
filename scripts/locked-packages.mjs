/** The packages of the lockfile, in one order, for all who write or check lists of them. */
import { readFile } from 'node:fs/promises';
import { inCheckout } from './checkout.mjs';

/** All packages: where they lie, name, version, licence, checksum, what they need, whether shipped. */
export async function lockedPackages() {
  const lock = JSON.parse(await readFile(inCheckout('package-lock.json'), 'utf8'));
  const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
  return locked
    .map(([path, entry]) => ({
      path,
      name: path.replace(/^.*node_modules\//, ''),
      version: entry.version,
      licence: entry.license ?? 'see its own files',
      integrity: entry.integrity ?? '',
      needs: Object.keys(entry.dependencies ?? {}),
      shipped: entry.dev !== true && entry.optional !== true && !isTypesOnly(path),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1));
}

/** Type declarations that packages depend on; no byte of them gets into the app. */
const isTypesOnly = (path) => /node_modules\/(@types\/|undici-types$)/.test(path);
