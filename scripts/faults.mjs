/**
 * `npm run faults`: the long form of the trials, in shards of which each has a seed of its own, two at a time.
 *
 *   npm run faults -- --kills 400 --tails 100 --cuts 60 --mutants 100000 --seeds 1,2,3
 *   npm run faults -- --size 100     100 kills, 40 torn tails, 20 power cuts, 25,000 mutants and all other trials
 *
 * What a shard has found is kept in `.cache/faults/<commit>/`: the same call goes on where it was stopped. `--shards N`
 * cuts each kind into N, `--again` tries failed shards once more, `--once` adds the trials without a number,
 * `--hands N` says how many shards run beside each other, `--summary` only tells what has been found. The
 * summary is printed, and lies in that folder as JSON. Power cuts need root and a loop device.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { checkout, inCheckout } from './checkout.mjs';
import { withTestApp } from './e2e-setup.mjs';
import { electronPath } from './electron-path.mjs';
import { KeptShard, kindNames, planned, stateFolder, summaryOf } from './fault-shards.mjs';
import { requireMachine, trialParts } from './machine.mjs';

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const { values } = parseArgs({
  options: {
    ...Object.fromEntries(kindNames.map((kind) => [kind, text])),
    size: text,
    shards: text,
    seeds: { type: 'string', default: '20261130,20261131,20261132,20261133' },
    hands: { type: 'string', default: '2' },
    again: flag,
    once: flag,
    summary: flag,
  },
});

function whole(words, least) {
  const number = Number(words);
  if (Number.isInteger(number) && number >= least) return number;
  console.error(`${words}：数目必须是整数。 Numbers are whole: npm run faults -- --kills 40`);
  process.exit(2);
}

/** How many of each: those that are named, else those of a size. */
function askedNumbers() {
  const named = kindNames.filter((kind) => values[kind] !== undefined);
  if (named.length > 0 && values.size === undefined) {
    return Object.fromEntries(named.map((kind) => [kind, whole(values[kind], 0)]));
  }
  const size = whole(values.size ?? '100', 1);
  const sized = { kills: size, tails: Math.ceil(size * 0.4), cuts: Math.ceil(size * 0.2) };
  const all = { ...sized, mutants: size * 250 };
  for (const kind of named) all[kind] = whole(values[kind], 0);
  return all;
}

const numbers = askedNumbers();
const isWhole = values.size !== undefined || !kindNames.some((kind) => values[kind] !== undefined);
const plan = planned({
  numbers,
  shards: values.shards === undefined ? undefined : whole(values.shards, 1),
  seeds: values.seeds.split(',').map((seed) => whole(seed, 1)),
  once: values.once || isWhole,
});
const folder = stateFolder();
const running = new Set();

/** Runs one shard to its end and keeps what it has found. */
async function runShard(piece) {
  const kept = new KeptShard(folder, piece);
  // How far a stopped shard of mutants had come is of use on the same state only.
  if (piece.kind === 'mutants' && !(kept.isBegun && kept.result === undefined))
    forgetMutants(piece.seed);
  kept.begin();
  const started = performance.now();
  const vitest = inCheckout('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${kept.report}`];
  const [program, ...args] = [...startOf(piece), vitest, 'run', ...reporters, ...piece.args];
  const child = spawn(program, args, {
    cwd: checkout,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...piece.env,
      NO_COLOR: '1',
      GONGXUE_SEED: String(piece.seed),
      GONGXUE_TALLY: kept.tally,
    },
  });
  running.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  const code = await new Promise((resolve) => {
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
  running.delete(child);
  if (stopped) return undefined;
  const seconds = (performance.now() - started) / 1000;
  return kept.end({ said: Buffer.concat(said).toString(), seconds, code });
}

/** What is mounted for a power cut is seen by nobody else, and gone when the shard ends, however it does. */
function startOf({ kind }) {
  const isOwn = kind === 'cuts' && process.getuid?.() === 0;
  return [...(isOwn ? ['unshare', '--mount'] : []), process.execPath];
}

function forgetMutants(seed) {
  rmSync(inCheckout('.cache', 'mutants', `seed-${seed}.json`), { force: true });
}

/** Takes one shard after the other until none is left. */
async function work(waiting) {
  for (let piece = waiting.shift(); piece !== undefined && !stopped; piece = waiting.shift()) {
    const result = await runShard(piece);
    if (result === undefined) return;
    const { name, passed, failed, seconds } = result;
    const mark = failed === 0 ? '✓' : '✗';
    const left = `${waiting.length} waiting`;
    console.log(
      `${mark} ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(0)} s (${left})`,
    );
  }
}

let stopped = false;
function stop() {
  stopped = true;
  for (const child of running) process.kill(-child.pid, 'SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

function tell() {
  const summary = summaryOf(folder, plan);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'summary.json');
  const words = JSON.stringify(summary, null, 2);
  writeFileSync(path, `${words}\n`);
  console.log(`${words}\n${path}`);
  return summary;
}

const waiting = plan.filter((piece) => {
  const { result } = new KeptShard(folder, piece);
  return result === undefined || (values.again && result.failed > 0);
});
if (!values.summary && waiting.length > 0) {
  requireMachine(trialParts);
  process.env.GONGXUE_ELECTRON = await electronPath();
  console.log(`${plan.length} shards, ${waiting.length} to be run; kept in ${folder}`);
  const hands = Array.from({ length: whole(values.hands, 1) });
  const workAll = () => Promise.all(hands.map(() => work(waiting)));
  await withTestApp(workAll);
}
const { shards, failures } = tell();
process.exit(failures.length === 0 && shards.done === shards.planned ? 0 : 1);
