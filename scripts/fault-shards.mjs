/**
 * What the long form of the trials consists of: shards, each with a seed of its own, and what each has found, kept
 * in a folder of the commit it was found on. A run that was stopped goes on with the shards that are missing.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { checkout, inCheckout } from './checkout.mjs';

const inElectron = ['--config', 'vitest.e2e.config.ts', '--testTimeout=300000'];

/** The trials that take a number: `most` of them make a shard, unless the number of shards is given. */
const kinds = {
  kills: { env: 'GONGXUE_KILLS', most: 20, args: [...inElectron, 'tests/faults/kill.test.ts'] },
  tails: { env: 'GONGXUE_TAILS', most: 20, args: [...inElectron, 'tests/faults/torn.test.ts'] },
  cuts: { env: 'GONGXUE_CUTS', most: 10, args: [...inElectron, 'tests/faults/power-cut.test.ts'] },
  mutants: {
    env: 'GONGXUE_MUTANTS',
    most: 5_000,
    args: ['--project', 'core', 'tests/fuzz/mutants.test.ts'],
  },
};
export const kindNames = Object.keys(kinds);

/** Every other file of trials, which is run once. */
function onceParts() {
  const numbered = Object.values(kinds).map(({ args }) => args.at(-1));
  return readdirSync(inCheckout('tests', 'faults'))
    .filter((name) => name.endsWith('.test.ts') && !numbered.includes(`tests/faults/${name}`))
    .map((name) => name.replace('.test.ts', ''));
}

/** The shards of a run; `numbers` says how many trials of each kind, `once` whether the others are run too. */
export function planned({ numbers, shards, seeds, once }) {
  const plan = [];
  for (const [kind, { env, most, args }] of Object.entries(kinds)) {
    const number = numbers[kind] ?? 0;
    const count = Math.min(number, shards ?? Math.ceil(number / most));
    for (let nth = 0; nth < count; nth += 1) {
      const part = Math.floor(((nth + 1) * number) / count) - Math.floor((nth * number) / count);
      const seed = seeds[nth % seeds.length] + Math.floor(nth / seeds.length) * 1_000_003;
      plan.push({ kind, seed, number: part, args, env: { [env]: String(part) } });
    }
  }
  for (const name of once ? onceParts() : []) {
    const args = [...inElectron, `tests/faults/${name}.test.ts`];
    plan.push({ kind: name, seed: seeds[0], number: 1, args, env: {} });
  }
  return plan;
}

/** The folder of the state that is tried: its commit, and a sum of what is changed besides. */
export function stateFolder() {
  const git = (...args) => spawnSync('git', args, { cwd: checkout, encoding: 'utf8' }).stdout;
  const commit = git('rev-parse', '--short=12', 'HEAD').trim() || 'no-commit';
  const changes = git('diff', 'HEAD') + git('ls-files', '--others', '--exclude-standard');
  const sum = createHash('sha256').update(changes).digest('hex').slice(0, 8);
  return inCheckout('.cache', 'faults', changes === '' ? commit : `${commit}-changed-${sum}`);
}

/** One shard on the disk. */
export class KeptShard {
  constructor(folder, { kind, seed, number }) {
    this.kind = kind;
    this.name = `${kind}-${seed}-${number}`;
    this.folder = join(folder, this.name);
  }

  get report() {
    return join(this.folder, 'vitest.json');
  }

  get tally() {
    return join(this.folder, 'tally');
  }

  /** It was begun on this state, and perhaps not finished. */
  get isBegun() {
    return existsSync(this.folder);
  }

  /** What it has found; undefined until it has come to its end. */
  get result() {
    const path = join(this.folder, 'result.json');
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  }

  /** Makes room; a failed one that is tried again is kept beside, and the summary tells of it. */
  begin() {
    if (this.result !== undefined) {
      const failed = (nth) => `${this.folder}.failed-${nth}`;
      let nth = 1;
      while (existsSync(failed(nth))) nth += 1;
      renameSync(this.folder, failed(nth));
    }
    rmSync(this.tally, { recursive: true, force: true });
    mkdirSync(this.tally, { recursive: true });
  }

  end({ said, seconds, code }) {
    const result = { name: this.name, kind: this.kind, seconds, ...this.#counted(code) };
    writeFileSync(join(this.folder, 'said.txt'), said);
    writeFileSync(join(this.folder, 'result.json'), `${JSON.stringify(result, null, 1)}\n`);
    return result;
  }

  #counted(code) {
    const tallies = readdirSync(this.tally).map((name) => readJson(join(this.tally, name)));
    const tally = tallies.reduce(added, {});
    if (!existsSync(this.report)) {
      return { passed: 0, failed: 1, tally, failures: [`ended with ${code} and no report`] };
    }
    const { numPassedTests, numFailedTests, testResults } = readJson(this.report);
    const failures = testResults.flatMap(({ message, assertionResults }) => [
      ...(message ? [message] : []),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(
          ({ title, failureMessages }) => `${title}: ${failureMessages.join(' ').slice(0, 2_000)}`,
        ),
    ]);
    const failed = numFailedTests === 0 && code !== 0 ? 1 : numFailedTests;
    return { passed: numPassedTests, failed, tally, failures };
  }
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Two tallies together: what begins with `most` is the greater of the two, all else is added up. */
export function added(left, right) {
  const sum = { ...left };
  for (const [what, count] of Object.entries(right)) {
    sum[what] = what.startsWith('most ')
      ? Math.max(sum[what] ?? 0, count)
      : (sum[what] ?? 0) + count;
  }
  return sum;
}

/** What all shards of a plan have found so far. */
export function summaryOf(folder, plan) {
  const shards = plan.map((piece) => new KeptShard(folder, piece));
  const results = shards.flatMap(({ result }) => result ?? []);
  const byKind = {};
  for (const { kind, passed, failed, seconds, tally } of results) {
    const { counted, ...before } = byKind[kind] ?? {};
    byKind[kind] = {
      ...added(before, { shards: 1, passed, failed, seconds: Math.round(seconds) }),
      counted: added(counted ?? {}, tally),
    };
  }
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return {
    state: folder.split('/').at(-1),
    shards: { planned: shards.length, done: results.length },
    seeds: [...new Set(plan.map(({ seed }) => seed))],
    together: results.map(({ tally }) => tally).reduce(added, {}),
    byKind,
    failures: results.flatMap(({ name, failures }) => failures.map((said) => `${name}: ${said}`)),
    triedAgain: names.filter((name) => name.includes('.failed-')),
  };
}
