import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { contentPolicy } from '@electron/main/security/content-policy';
import { bridgeName } from '@shared/platform/platform';

/** The window in a browser that is installed on the machine, with a shell that lives in memory. */
export interface InChromium {
  readonly page: Page;
  readonly version: string;
  /** What the page has said to its console as an error, and what it has thrown. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves the built window to loopback, with the headers the shell sends. */
async function serve(folder: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    // A browser asks for it of its own accord.
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    readFile(join(folder, pathname)).then(
      (bytes) => {
        response.setHeader('content-type', types[extname(pathname)] ?? 'application/octet-stream');
        response.setHeader('content-security-policy', contentPolicy);
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

/** The shell of unit tests as a script that a page runs before its own. */
async function memoryShell(): Promise<string> {
  const at = (path: string) => join(process.cwd(), path);
  const { outputFiles } = await build({
    stdin: {
      resolveDir: process.cwd(),
      loader: 'ts',
      contents: `
        import '@shared/core/kernel/jitless';
        import { seededRandom } from '@shared/core/kernel/random';
        import { createMemoryPlatform } from './tests/helpers/memory-platform';
        const clock = () => new Date().toISOString();
        globalThis.${bridgeName} = createMemoryPlatform({ random: seededRandom(7), clock });`,
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'chrome130',
    alias: { '@shared': at('shared'), '@renderer': at('renderer') },
  });
  return `if (self === top) {${outputFiles[0]?.text ?? ''}}`;
}

/** No sandbox for root only; and a browser that asks nobody for anything while it is tried. */
const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens the built window of `appFolder` in the browser at `program`, with its profile in `profile`. */
export async function openInChromium(
  program: string,
  appFolder: string,
  profile: string,
): Promise<InChromium> {
  const { server, port } = await serve(join(appFolder, 'dist', 'renderer'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    args: flags,
    viewport: { width: 1366, height: 768 },
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const errors: string[] = [];
  await context.addInitScript({ content: await memoryShell() });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`http://127.0.0.1:${String(port)}/index.html`);
  const session = await context.newCDPSession(page);
  const { product } = await session.send('Browser.getVersion');
  return {
    page,
    version: product.split('/')[1] ?? '',
    errors,
    close: async () => {
      await context.close();
      server.close();
    },
  };
}
