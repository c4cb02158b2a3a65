/**
 * A short day of work in a packed app, by hands from outside: start, open a sample, edit, export Word and
 * PDF, quit. `node scripts/day-of-work.mjs PROGRAM` prints what was left in the documents, as JSON. The
 * trials start it under a trace, and where there is no network.
 */
import { readdir } from 'node:fs/promises';
import { openStudio } from './drive.mjs';
import { openSample, showCourse, waitUntilWritten } from './steps.mjs';

async function work({ window, finish }) {
  await openSample(window);
  await showCourse(window);
  const objective = window.getByRole('textbox', { name: '课程目标 1', exact: true });
  await objective.click();
  await window.keyboard.press('End');
  await window.keyboard.insertText('（改过 once more）');
  await waitUntilWritten(window);
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: '导出文件' });
  await dialog.getByRole('checkbox', { name: 'PDF', exact: true }).check();
  const go = dialog.getByRole('button', { name: /^导出 [1-9]\d* 份$/ });
  await go.and(window.locator(':enabled')).click({ timeout: 120_000 });
  await dialog.getByRole('list', { name: '写好的文件' }).waitFor({ timeout: 180_000 });
  await dialog.getByRole('button', { name: '完成' }).click();
  await finish();
}

const [program] = process.argv.slice(2);
const studio = await openStudio({ program });
try {
  await work(studio);
  console.log(JSON.stringify(await readdir(studio.documents, { recursive: true })));
} finally {
  await studio.close();
}
