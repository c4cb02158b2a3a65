import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { makeHome, type RunningApp, type TestHome } from '../e2e/harness/launch';
import { FaultChain } from './chain';
import { ContinuousTyping } from './continuous/typing';
import { makeProject } from './make-project';
import { trialSeed, trialSize } from './sizes';
import { leaveTally } from './tally';
import { killGroup } from './three-homes';
import { startTypist, Witness } from './typist';

const trials = trialSize('GONGXUE_KILLS', 20);
const seed = trialSeed();

/** Every other kill meets a typist who rests, the others one who types without a pause. */
describe(`a killed program loses nothing that was called 已保存, and no more than the last second (${String(trials)} kills, seed ${String(seed)})`, () => {
  let home: TestHome;
  let chain: FaultChain;
  let typing: ContinuousTyping;
  const witness = new Witness();
  const random = seededRandom(seed);
  const counts = { kills: 0, 'kills in continuous typing': 0, promises: 0 };

  beforeAll(async () => {
    home = await makeHome();
    const file = await makeProject(join(home.documents, '工学课坊'), '汽车维修');
    typing = new ContinuousTyping(home, file, random);
    const also = {
      started: (window: RunningApp['window']) => typing.expectKept(window),
      written: (window: RunningApp['window']) => typing.expectInAllHomes(window),
    };
    chain = new FaultChain({ home, file, witness, also });
  });
  afterAll(async () => {
    leaveTally('kill', seed, {
      ...counts,
      'values typed': witness.count,
      strokes: typing.counts.strokes,
      'texts in continuous typing': typing.counts.texts,
      'samples of the words': typing.counts.samples,
      'samples that promised all': typing.counts.promises,
      'acknowledged edits lost': witness.lost + typing.counts.lost,
      'false words': typing.counts.falseWords,
      'most milliseconds of typing lost': typing.mostLost,
    });
    await home.remove();
  });

  async function killResting(app: RunningApp): Promise<void> {
    await startTypist(app.window, witness, { rest: 3_500, seed: random.below(1_000_000) });
    await sleep(100 + random.below(random.below(4) === 0 ? 6_000 : 1_500));
    await killGroup(app);
    counts.promises += witness.saved.size;
  }

  async function killTyping(app: RunningApp): Promise<void> {
    await typing.begin(app);
    await sleep(600 + random.below(random.below(4) === 0 ? 8_000 : 2_500));
    await typing.kill(() => killGroup(app));
    counts['kills in continuous typing'] += 1;
  }

  it.each(Array.from({ length: trials }, (_, index) => index + 1))('kill %i', async (nth) => {
    await chain.fault(nth % 2 === 0 ? killTyping : killResting);
    counts.kills += 1;
    typing.expectTrueWords();
    if (random.below(8) === 0) await chain.reopen();
    expect(witness.saved.size).toBeGreaterThan(0);
  });

  it('and the second and third restart after the last kill', () => chain.end());
});
