import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { appOrigin } from '@shared/platform/platform';
import { contentPolicy } from './content-policy';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** A file of the window; its bytes are read when first asked for, and kept. */
interface AppFile {
  readonly type: string;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** The files of the window by the path in their address, listed once at start. */
export type AppFiles = ReadonlyMap<string, AppFile>;

/** Lists what may be served: what lies there later is not, whatever its name. */
export function listAppFiles(folder: string): AppFiles {
  const files = new Map<string, AppFile>();
  const walk = (inside: string, address: string) => {
    for (const entry of readdirSync(inside, { withFileTypes: true })) {
      const { name } = entry;
      const path = join(inside, name);
      const type = types[extname(name)];
      if (entry.isDirectory()) walk(path, `${address}${name}/`);
      else if (type !== undefined) files.set(`${address}${name}`, { type, bytes: reading(path) });
    }
  };
  walk(folder, '/');
  return files;
}

/** Reads what nobody has asked for yet, so that an update of the program beneath an open window does no harm. */
export async function keepAppFiles(files: AppFiles): Promise<void> {
  for (const { bytes } of files.values()) await bytes();
}

/** Reads once; tries again after a failure. */
function reading(path: string): AppFile['bytes'] {
  let read: ReturnType<AppFile['bytes']> | null = null;
  return () => {
    read ??= readFile(path).catch((error: unknown) => {
      read = null;
      throw error;
    });
    return read;
  };
}

/** Looks an address up; it is never made into a path, so there is nothing to climb out of. */
export async function respond(files: AppFiles, address: string): Promise<Response> {
  const url = addressOf(address);
  const path = url?.pathname === '/' ? '/index.html' : (url?.pathname ?? '');
  const file = url === undefined ? undefined : files.get(path);
  const headers = {
    'Content-Security-Policy': contentPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  };
  if (file === undefined) return new Response(null, { status: 404, headers });
  return new Response(await file.bytes(), { headers: { ...headers, 'Content-Type': file.type } });
}

function addressOf(address: string): URL | undefined {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}` === appOrigin ? url : undefined;
  } catch {
    return undefined;
  }
}
