/**
 * `npm test`: everything in its short form, the real Electron included. Prints a time per part and
 * ends with the line `N passed, N failed`. Arguments choose: `npm test -- unit e2e faults`.
 *
 * Two hands take the parts from one list, the longest first, each with a display of its own, so that
 * neither core stands idle before the list is empty.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { checkout, inCheckout } from './checkout.mjs';
import { withTestApp } from './e2e-setup.mjs';
import { electronPath } from './electron-path.mjs';
import { requireMachine, trialParts } from './machine.mjs';

const real = ['--config', 'vitest.e2e.config.ts'];
const project = (name) => ['--project', name];

/** The parts in the order they are taken, the longest first; one that is not named here comes last. */
const longest = ['e2e', 'core', 'kill', 'homes', 'torn', 'disk', 'words', 'window'];
const rank = (name) => (longest.includes(name) ? longest.indexOf(name) : longest.length);

/** Every file of faults is a part: a new one runs without being named here. */
const faultParts = readdirSync(inCheckout('tests', 'faults'))
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => file.replace('.test.ts', ''))
  .map((name) => [
    name,
    {
      of: 'faults',
      title: `故障注入 · faults: ${name}`,
      args: [...real, `tests/faults/${name}.test.ts`],
    },
  ]);

/** `of` is the name a part is asked for by. */
const parts = {
  e2e: { of: 'e2e', title: '真实窗口 · the real window', args: [...real, 'tests/e2e'] },
  core: { of: 'unit', title: '内核单元与规约 · units and laws', args: project('core') },
  window: { of: 'unit', title: '窗口单元 · units of the window', args: project('window') },
  ...Object.fromEntries(faultParts),
};
const needsWindow = (name) => parts[name].of !== 'unit';
const hands = 2;

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

/** Takes one part after the other until none is left. */
async function work(waiting, tell) {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    console.log(`… ${parts[name].title}`);
    const started = performance.now();
    tell(name, await runPart(name), (performance.now() - started) / 1000);
  }
}

requireMachine(trialParts);
process.env.GONGXUE_ELECTRON = await electronPath();
const asked = process.argv.slice(2);
const groups = new Set(Object.values(parts).map((part) => part.of));
const unknown = asked.filter((name) => !groups.has(name));
if (unknown.length > 0) {
  console.error(`没有这一部分 · no such part: ${unknown.join(' ')} (${[...groups].join(' ')})`);
  process.exit(2);
}
const waiting = Object.keys(parts)
  .filter((name) => asked.length === 0 || asked.includes(parts[name].of))
  .sort((left, right) => rank(left) - rank(right));
const started = performance.now();
const lines = [];
const total = { passed: 0, failed: 0 };
const tell = (name, { passed, failed, skipped }, seconds) => {
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  const counted = `${parts[name].title}: ${passed} passed, ${failed} failed${left}`;
  lines.push(`${seconds.toFixed(0).padStart(5)} s  ${counted}`);
  total.passed += passed;
  total.failed += failed;
};
const workAll = () => Promise.all(Array.from({ length: hands }, () => work(waiting, tell)));
await (waiting.some(needsWindow) ? withTestApp(workAll) : workAll());
const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(5);
console.log(`\n${lines.join('\n')}\n${seconds} s  合计 · together`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
