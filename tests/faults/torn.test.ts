import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { makeHome, type TestHome } from '../e2e/harness/launch';
import { FaultChain } from './chain';
import { indexedDbLog, journalLog } from './logs';
import { makeProject } from './make-project';
import { trialSeed, trialSize } from './sizes';
import { leaveTally } from './tally';
import { killGroup, saveOne } from './three-homes';
import { fieldLabels, Witness } from './typist';

const eachKind = Math.ceil(trialSize('GONGXUE_TAILS', 12) / 2);
const seed = trialSeed();

/** Shapes of a tail that a stopped write leaves behind. */
const shapes = [
  'four bytes of junk',
  'a header only',
  'half a record',
  'zeros',
  'a record twice, cut',
  'one byte',
] as const;

function tornTail(
  shape: (typeof shapes)[number],
  log: Uint8Array,
  random: { below: (limit: number) => number },
): Uint8Array {
  switch (shape) {
    case 'four bytes of junk':
      return Uint8Array.from({ length: 4 }, () => random.below(256));
    case 'a header only':
      return log.slice(0, 7);
    case 'half a record':
      return log.slice(-200, -100 + random.below(50));
    case 'zeros':
      return new Uint8Array(5 + random.below(20));
    case 'a record twice, cut':
      return log.slice(0, 60 + random.below(Math.max(1, Math.min(400, log.length - 60))));
    case 'one byte':
      return Uint8Array.of(1 + random.below(255));
  }
}

describe.each([
  { of: 'the log of IndexedDB', find: indexedDbLog, name: 'torn-drafts' },
  { of: 'the journal', find: journalLog, name: 'torn-journal' },
])(`a torn tail of $of loses nothing (seed ${String(seed)})`, ({ find, name }) => {
  let home: TestHome;
  let chain: FaultChain;
  const witness = new Witness();
  const random = seededRandom(seed);
  let tails = 0;

  beforeAll(async () => {
    home = await makeHome();
    const file = await makeProject(join(home.documents, '工学课坊'), '汽车维修');
    chain = new FaultChain({ home, file, witness });
  });
  afterAll(async () => {
    leaveTally(name, seed, {
      tails,
      'values typed': witness.count,
      'acknowledged edits lost': witness.lost,
    });
    await home.remove();
  });

  it.each(
    Array.from({ length: eachKind }, (_, index) => ({
      index,
      shape: shapes[index % shapes.length] ?? shapes[0],
    })),
  )('$index: $shape', async ({ shape }) => {
    await chain.fault(async (app) => {
      for (const label of fieldLabels) await saveOne(app.window, witness, label);
      await killGroup(app);
      const log = await find(home);
      await appendFile(log, tornTail(shape, new Uint8Array(await readFile(log)), random));
    });
    tails += 1;
  });

  it('and the second and third restart after the last tail', () => chain.end());
});
