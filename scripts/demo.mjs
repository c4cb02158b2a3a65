/**
 * `npm run demo`: the main job without a hand, through the real window. Opens the sample, changes a
 * field, exports; leaves Word files, their pages as pictures, the project file and screenshots in
 * `out/`.
 */
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { inCheckout } from './checkout.mjs';
import { startDisplay } from './display.mjs';
import { openStudio } from './drive.mjs';
import { requireMachine } from './machine.mjs';
import { renderPages } from './page-pictures.mjs';
import { exportPapers, openSample, sayStep, showCourse, waitUntilWritten } from './steps.mjs';

const out = inCheckout('out');

async function work(studio) {
  const { window } = studio;
  await studio.resize(1366, 768);
  sayStep('打开样例的副本');
  await openSample(window);
  await showCourse(window);

  sayStep('改一条课程目标');
  const objective = window.getByRole('textbox', { name: '课程目标 1', exact: true });
  await objective.click();
  await window.keyboard.press('End');
  await window.keyboard.insertText('（演示所改）');
  await waitUntilWritten(window);
  await window.screenshot({ path: join(out, 'window.png') });

  sayStep('导出 Word');
  const names = await exportPapers(window, async () => {
    await window.screenshot({ path: join(out, 'window-export.png') });
  });
  await studio.finish();
  return names;
}

requireMachine();
await rm(out, { recursive: true, force: true });
await mkdir(join(out, 'pages'), { recursive: true });
sayStep('构建');
await buildApp();
const stopDisplay = await startDisplay();
const studio = await openStudio();
try {
  const names = await work(studio);
  const folder = join(studio.documents, '工学课坊');
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const wanted = entry.isFile() && /\.(docx|gxk)$/.test(entry.name);
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (wanted && !path.includes('备份')) await cp(path, join(out, entry.name));
  }
  for (const name of names) {
    const pages = await renderPages(join(out, name), join(out, 'pages'));
    sayStep(`${name}：${pages.length} 页`);
  }
} catch (cause) {
  await studio.window.screenshot({ path: join(out, 'failed.png') }).catch(() => undefined);
  throw cause;
} finally {
  await studio.close();
  stopDisplay();
}
console.log(`\n在 out/ 里：\n  ${(await readdir(out)).sort().join('\n  ')}`);
