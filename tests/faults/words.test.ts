import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { makeHome, type RunningApp, type TestHome } from '../e2e/harness/launch';
import { ContinuousTyping } from './continuous/typing';
import { makeProject } from './make-project';
import { trialSeed } from './sizes';
import { leaveTally } from './tally';
import { startOn, untilWritten } from './three-homes';

const seed = trialSeed();
/** How long the hand types, in milliseconds. */
const life = 10_000;
/** Each time the journal is synced, the disk takes so much longer: a word that comes too early is seen by it. */
const faults = {
  faults: [{ call: 'file.sync', path: '.jsonl', nth: 1, times: null, late: 300 }],
};

/** Somebody types without a pause, on a disk that takes its time; what the window says is looked at every 50 ms. */
describe(`「已保存」 and 「已写入」 are never shown beside text that the journal does not have (seed ${String(seed)})`, () => {
  let home: TestHome;
  let app: RunningApp;
  let typing: ContinuousTyping;
  beforeAll(async () => {
    home = await makeHome();
    const file = await makeProject(join(home.documents, '工学课坊'), '汽车维修');
    typing = new ContinuousTyping(home, file, seededRandom(seed));
    app = await startOn(home, file, { faults });
  });
  afterAll(async () => {
    const { counts } = typing;
    leaveTally('words', seed, {
      strokes: counts.strokes,
      'samples of the words': counts.samples,
      'samples that promised all': counts.promises,
      'false words': counts.falseWords,
    });
    await app.kill();
    await home.remove();
  });

  it('while they type', async () => {
    await typing.begin(app);
    await sleep(life);
    await typing.stop();
    typing.expectTrueWords();
    expect(typing.counts.samples).toBeGreaterThan(20);
  });

  it('and once they rest, all of it is called written, and is', async () => {
    await app.window.keyboard.press('Control+s');
    await untilWritten(app.window);
    await expect.poll(() => typing.counts.promises).toBeGreaterThan(0);
    typing.expectTrueWords();
    await typing.expectInAllHomes(app.window);
  });
});
