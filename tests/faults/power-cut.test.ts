import { execFileSync } from 'node:child_process';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { makeHome, type TestHome } from '../e2e/harness/launch';
import { FaultChain } from './chain';
import { makeProject } from './make-project';
import { trialSeed } from './sizes';
import { leaveTally } from './tally';
import { killGroup } from './three-homes';
import { startTypist, Witness } from './typist';

/**
 * What a disk holds when the power goes: the home lies on a file system in a file; the program is
 * stopped, the file copied, the program killed, and the copy mounted. What was not synced is not in it.
 * Long form only (`npm run faults`): needs root and a loop device.
 */
const isRoot = process.getuid?.() === 0;
const cuts = Number(process.env.GONGXUE_CUTS ?? '0');
const seed = trialSeed();
if (cuts > 0 && !isRoot) console.error('power cuts were not tried: a loop device needs root');

describe.runIf(isRoot && cuts > 0)(
  `a power cut loses nothing that was called 已保存 (${String(cuts)} cuts, seed ${String(seed)})`,
  () => {
    let folder: string;
    let home: TestHome;
    let chain: FaultChain;
    const witness = new Witness();
    const random = seededRandom(seed);
    const disk = () => join(folder, 'disk.img');
    const mountPoint = () => join(folder, 'mounted');
    let promised = 0;
    let dealt = 0;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'gongxue-cut-'));
      run('truncate', '-s', '400M', disk());
      run('mkfs.ext4', '-q', disk());
      run('mkdir', mountPoint());
      run('mount', '-o', 'loop', disk(), mountPoint());
      home = await makeHome(mountPoint());
      const file = await makeProject(join(home.documents, '工学课坊'), '汽车维修');
      chain = new FaultChain({ home, file, witness });
      run('sync', '-f', mountPoint());
    });
    afterAll(async () => {
      leaveTally('power-cut', seed, {
        cuts: dealt,
        promises: promised,
        'values typed': witness.count,
        'acknowledged edits lost': witness.lost,
      });
      run('umount', '-l', mountPoint());
      await rm(folder, { recursive: true, force: true });
    });

    it.each(Array.from({ length: cuts }, (_, index) => index + 1))('cut %i', async () => {
      await chain.fault(async (app) => {
        await startTypist(app.window, witness, { rest: 3_500, seed: random.below(1_000_000) });
        await new Promise((resolve) => setTimeout(resolve, 500 + random.below(6_000)));
        const { pid = 0 } = app.electron.process();
        process.kill(-pid, 'SIGSTOP');
        run('cp', '--sparse=always', disk(), `${disk()}.cut`);
        await killGroup(app);
        await unmounted(mountPoint());
        await rename(`${disk()}.cut`, disk());
        run('mount', '-o', 'loop', disk(), mountPoint());
        promised += witness.saved.size;
      });
      dealt += 1;
      expect(witness.saved.size).toBeGreaterThan(0);
    });

    it('and the second and third restart after the last cut', () => chain.end());
  },
);

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'pipe' });
}

/** Unmounts once the killed processes have let go. */
async function unmounted(path: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      run('umount', path);
      return;
    } catch (error) {
      if (attempt >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
