/**
 * `npm test`: everything in its short form, the real Electron included. Prints a time per part and
 * ends with the line `N passed, N failed`. Arguments choose parts: `npm test -- unit e2e`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { checkout, inCheckout } from './checkout.mjs';
import { startDisplay } from './display.mjs';
import { electronPath } from './electron-path.mjs';
import { requireMachine } from './machine.mjs';

const real = ['--config', 'vitest.e2e.config.ts'];
const parts = {
  unit: { title: '单元与规约 · units and laws', args: [] },
  e2e: { title: '真实窗口 · the real window', args: [...real, 'tests/e2e'] },
  faults: { title: '故障注入 · faults, short form', args: [...real, 'tests/faults'] },
};

/** Runs vitest for one part; what it counted, or one failure when it could not even report. */
async function runPart(name) {
  const report = inCheckout('.cache', 'test', `${name}.json`);
  await mkdir(inCheckout('.cache', 'test'), { recursive: true });
  await rm(report, { force: true });
  const code = await new Promise((resolve) => {
    const vitest = inCheckout('node_modules', 'vitest', 'vitest.mjs');
    const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const child = spawn(process.execPath, [vitest, ...args, ...parts[name].args], {
      cwd: checkout,
      stdio: 'inherit',
    });
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const counted = JSON.parse(await readFile(report, 'utf8'));
  const failed = counted.numFailedTests + brokenFiles(counted);
  return {
    passed: counted.numPassedTests,
    // A run that ended badly although no test failed (an unhandled error) is a failure too.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: counted.numPendingTests + counted.numTodoTests,
  };
}

/** Files that could not be loaded have no tests to count. */
function brokenFiles({ testResults }) {
  return testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
}

requireMachine();
process.env.GONGXUE_ELECTRON = await electronPath();
const stopDisplay = await startDisplay();
const chosen = process.argv.slice(2).filter((name) => name in parts);
const lines = [];
const total = { passed: 0, failed: 0 };
for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
  const started = performance.now();
  const { passed, failed, skipped } = await runPart(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  lines.push(`${seconds} s  ${parts[name].title}: ${passed} passed, ${failed} failed${left}`);
  total.passed += passed;
  total.failed += failed;
}
stopDisplay();
console.log(`\n${lines.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
