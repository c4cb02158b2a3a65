/**
 * `npm run faults -- --size N`: the long form of the fault trials in the real Electron: N kills,
 * 0.4 N torn tails, 0.2 N power cuts. Each number can be given by itself (`--kills`, `--tails`,
 * `--cuts`), the seed too (`--seed`). Power cuts need root and a loop device.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { checkout, inCheckout } from './checkout.mjs';
import { startDisplay } from './display.mjs';
import { electronPath } from './electron-path.mjs';
import { requireMachine, trialParts } from './machine.mjs';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100' },
    kills: { type: 'string' },
    tails: { type: 'string' },
    cuts: { type: 'string' },
    seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 2 ** 31)) },
  },
});
const size = Number(values.size);
const numbers = {
  GONGXUE_KILLS: Number(values.kills ?? size),
  GONGXUE_TAILS: Number(values.tails ?? Math.ceil(size * 0.4)),
  GONGXUE_CUTS: Number(values.cuts ?? Math.ceil(size * 0.2)),
  GONGXUE_SEED: Number(values.seed),
};
if (Object.values(numbers).some((number) => !Number.isInteger(number) || number < 0)) {
  console.error('数目必须是整数。 Sizes are whole numbers: npm run faults -- --size 100');
  process.exit(2);
}

requireMachine(trialParts);
process.env.GONGXUE_ELECTRON = await electronPath();
const stopDisplay = await startDisplay();
for (const [name, number] of Object.entries(numbers)) {
  process.env[name] = String(number);
  console.log(`${name}=${number}`);
}
const vitest = inCheckout('node_modules', 'vitest', 'vitest.mjs');
const args = ['run', '--config', 'vitest.e2e.config.ts', '--testTimeout=0', 'tests/faults'];
const child = spawn(process.execPath, [vitest, ...args], { cwd: checkout, stdio: 'inherit' });
child.on('exit', (code) => {
  stopDisplay();
  process.exit(code ?? 1);
});
