import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { makeHome, type TestHome } from '../e2e/harness/launch';
import { FaultChain } from './chain';
import { makeProject } from './make-project';
import { trialSeed, trialSize } from './sizes';
import { killGroup } from './three-homes';
import { startTypist, Witness } from './typist';

const trials = trialSize('GONGXUE_KILLS', 20);
const seed = trialSeed();

describe(`a killed program loses nothing that was called 已保存 (${String(trials)} kills, seed ${String(seed)})`, () => {
  let home: TestHome;
  let chain: FaultChain;
  const witness = new Witness();
  const random = seededRandom(seed);
  let promised = 0;

  beforeAll(async () => {
    home = await makeHome();
    const file = await makeProject(join(home.documents, '工学课坊'), '汽车维修');
    chain = new FaultChain({ home, file, witness });
  });
  afterAll(async () => {
    console.error(
      `kill: ${String(trials)} kills, ${String(witness.count)} values, ${String(promised)} promises checked, seed ${String(seed)}`,
    );
    await home.remove();
  });

  it.each(Array.from({ length: trials }, (_, index) => index + 1))('kill %i', async () => {
    await chain.fault(async (app) => {
      await startTypist(app.window, witness, { rest: 3_500, seed: random.below(1_000_000) });
      const life = 100 + random.below(random.below(4) === 0 ? 6_000 : 1_500);
      await new Promise((resolve) => setTimeout(resolve, life));
      await killGroup(app);
      promised += witness.saved.size;
    });
    if (random.below(8) === 0) await chain.reopen();
    expect(witness.saved.size).toBeGreaterThan(0);
  });

  it('and the second and third restart after the last kill', () => chain.end());
});
