import { build } from 'esbuild';
import { checkout, inCheckout } from '../checkout.mjs';

/** What the window can show and which of it are further pages, as its own list says (`renderer/app/window-pages.ts`). */
export async function windowPages() {
  const { outputFiles } = await build({
    absWorkingDir: checkout,
    entryPoints: ['renderer/app/window-pages.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    alias: { '@shared': inCheckout('shared') },
    logLevel: 'warning',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const list = await import(`data:text/javascript;base64,${code}`);
  return { pages: list.windowPages(), further: list.furtherPages() };
}
