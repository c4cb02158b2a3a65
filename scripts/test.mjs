/**
 * `npm test`: everything in its short form, the real Electron included. Prints a time per part and
 * ends with the line `N passed, N failed`. Arguments choose parts: `npm test -- unit e2e`.
 *
 * The parts run in two lanes side by side, each lane on a display of its own: the real window takes
 * about as long as units and faults together, and mostly waits while they work.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { checkout, inCheckout } from './checkout.mjs';
import { electronPath } from './electron-path.mjs';
import { requireMachine } from './machine.mjs';

const real = ['--config', 'vitest.e2e.config.ts'];
const parts = {
  unit: { title: '单元与规约 · units and laws', args: [] },
  e2e: { title: '真实窗口 · the real window', args: [...real, 'tests/e2e'] },
  faults: { title: '故障注入 · faults, short form', args: [...real, 'tests/faults'] },
};
const lanes = [['e2e'], ['unit', 'faults']];

/** Runs vitest for one part; what it counted, or one failure when it could not even report. */
async function runPart(name) {
  const report = inCheckout('.cache', 'test', `${name}.json`);
  await mkdir(inCheckout('.cache', 'test'), { recursive: true });
  await rm(report, { force: true });
  const code = await runVitest(name, report);
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

/** Resolves with vitest's exit code; what it says is printed in one piece, as another part runs beside it. */
async function runVitest(name, report) {
  const vitest = inCheckout('node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, ...args, ...parts[name].args], {
    cwd: checkout,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  const code = await new Promise((resolve) => {
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
  console.log(`\n—— ${parts[name].title}\n${Buffer.concat(said).toString()}`);
  return code;
}

/** Files that could not be loaded have no tests to count. */
function brokenFiles({ testResults }) {
  return testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
}

/** Runs the parts of a lane one after the other, on a display of its own. */
async function runLane(names, tell) {
  for (const name of names) {
    console.log(`… ${parts[name].title}`);
    const started = performance.now();
    tell(name, await runPart(name), (performance.now() - started) / 1000);
  }
}

requireMachine();
process.env.GONGXUE_ELECTRON = await electronPath();
const asked = process.argv.slice(2).filter((name) => name in parts);
const chosen = asked.length > 0 ? asked : Object.keys(parts);
const started = performance.now();
const lines = [];
const total = { passed: 0, failed: 0 };
await Promise.all(
  lanes.map((lane) =>
    runLane(
      lane.filter((name) => chosen.includes(name)),
      (name, { passed, failed, skipped }, seconds) => {
        const left = skipped > 0 ? `, ${skipped} skipped` : '';
        const counted = `${parts[name].title}: ${passed} passed, ${failed} failed${left}`;
        lines.push(`${seconds.toFixed(0).padStart(5)} s  ${counted}`);
        total.passed += passed;
        total.failed += failed;
      },
    ),
  ),
);
const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(5);
console.log(`\n${lines.join('\n')}\n${seconds} s  合计 · together`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
