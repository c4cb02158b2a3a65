/**
 * `npm run demo`: the main job without a hand, through the real window. Opens the sample of a whole major,
 * changes a field, exports every paper in every style; leaves the Word files, the pages of some as
 * pictures, the project file and screenshots in `out/`.
 */
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { inCheckout } from './checkout.mjs';
import { startDisplay } from './display.mjs';
import { openStudio } from './drive.mjs';
import { requireMachine } from './machine.mjs';
import { renderPages } from './page-pictures.mjs';
import {
  exportPapers,
  openSample,
  sayStep,
  showCourse,
  showRecord,
  waitUntilWritten,
} from './steps.mjs';

const out = inCheckout('out');
/** All the pages of all the papers would take too long: those of the major, and one course. */
const pictured = [
  '国家技能人才培养工学一体化课程标准.docx',
  '工学一体化课程设置方案.docx',
  '典型工作任务汇总表.docx',
  '课程考核要点对应表.docx',
  '汽车维护课程标准.docx',
];

async function work(studio) {
  const { window } = studio;
  await studio.resize(1366, 768);
  sayStep('打开全专业样例的副本');
  await openSample(window, { whole: true });
  await showCourse(window);

  sayStep('改一条课程目标');
  const objective = window.getByRole('textbox', { name: '课程目标 1', exact: true });
  await objective.click();
  await window.keyboard.press('End');
  await window.keyboard.insertText('（演示所改）');
  await waitUntilWritten(window);
  await window.screenshot({ path: join(out, 'window-course.png') });
  await showRecord(window, 'majorLevel');
  await window.getByRole('heading', { level: 1 }).filter({ hasText: '中级' }).waitFor();
  await window.screenshot({ path: join(out, 'window-level.png') });
  await showRecord(window, 'major');
  await window.getByRole('heading', { level: 1, name: '专业信息' }).waitFor();
  await window.screenshot({ path: join(out, 'window.png') });

  sayStep('导出整个专业的 Word');
  const names = await exportPapers(window, async () => {
    await window.screenshot({ path: join(out, 'window-export.png') });
  });
  sayStep(`写好 ${names.length} 份`);
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
  sayStep('排出页面');
  const chosen = pictured.flatMap((end) => names.filter((name) => name.endsWith(end)).slice(0, 1));
  if (chosen.length < pictured.length) throw new Error(`only ${chosen.join()} of the papers`);
  const pages = await renderPages(
    chosen.map((name) => join(out, name)),
    join(out, 'pages'),
  );
  for (const [index, name] of chosen.entries()) sayStep(`${name}：${pages[index].length} 页`);
} catch (cause) {
  await studio.window.screenshot({ path: join(out, 'failed.png') }).catch(() => undefined);
  throw cause;
} finally {
  await studio.close();
  stopDisplay();
}
console.log(`\n在 out/ 里：\n  ${(await readdir(out)).sort().join('\n  ')}`);
