import { readdirSync, readFileSync, statSync } from 'node:fs';
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

/** The files of the window by the path in their address, read once at start. */
export type AppFiles = ReadonlyMap<string, { readonly type: string; readonly bytes: Uint8Array }>;

export function readAppFiles(folder: string): AppFiles {
  const files = new Map<string, { type: string; bytes: Uint8Array }>();
  const walk = (inside: string, address: string) => {
    for (const name of readdirSync(inside)) {
      const path = join(inside, name);
      if (statSync(path).isDirectory()) walk(path, `${address}${name}/`);
      else {
        const type = types[extname(name)];
        if (type !== undefined) files.set(`${address}${name}`, { type, bytes: readFileSync(path) });
      }
    }
  };
  walk(folder, '/');
  return files;
}

/** Looks an address up; it is never made into a path, so there is nothing to climb out of. */
export function respond(files: AppFiles, address: string): Response {
  const url = addressOf(address);
  const path = url?.pathname === '/' ? '/index.html' : (url?.pathname ?? '');
  const file = url === undefined ? undefined : files.get(path);
  const headers = {
    'Content-Security-Policy': contentPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  };
  if (file === undefined) return new Response(null, { status: 404, headers });
  return new Response(file.bytes, { headers: { ...headers, 'Content-Type': file.type } });
}

function addressOf(address: string): URL | undefined {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}` === appOrigin ? url : undefined;
  } catch {
    return undefined;
  }
}
