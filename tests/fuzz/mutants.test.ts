import { describe, expect, it } from 'vitest';
import { digest } from '@electron/main/files/digest';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { layers, mutantOf } from './mutants';
import { workOn } from './use-project';
import { ShardProgress } from './shard-progress';

/**
 * Project files with something wrong in them, at every layer of the reader: each is refused in a
 * sentence or opens, and what opens can be worked on, printed and written like any other.
 *
 * The long form: `GONGXUE_MUTANTS=100000 GONGXUE_SEED=7 npx vitest run --project core tests/fuzz/mutants.test.ts`.
 * A seed is a shard. Where it stopped is kept in `.cache/mutants/`; the same call goes on from there, and
 * what it prints at the end is of the whole shard. One mutant again: `GONGXUE_MUTANT=<index>` with its seed.
 */
const wanted = Number(process.env.GONGXUE_MUTANTS ?? 1_500);
const seed = Number(process.env.GONGXUE_SEED ?? 13);
const single = process.env.GONGXUE_MUTANT;
const isLong = process.env.GONGXUE_MUTANTS !== undefined && single === undefined;

describe('mutants of a project file', () => {
  it(
    `are refused in a sentence or open and stand every command (${wanted} of seed ${seed})`,
    () => {
      const progress = new ShardProgress({ seed, wanted, isKept: isLong });
      if (single !== undefined) progress.only(Number(single));
      for (const index of progress.left()) {
        tryOne(index, progress);
      }
      console.log(progress.report());
      expect(progress.troubles()).toEqual([]);
      if (single === undefined) expect(progress.layersReached()).toEqual([...layers].sort());
    },
    isLong ? 0 : 600_000,
  );
});

function tryOne(index: number, progress: ShardProgress): void {
  const mutant = mutantOf(seed, index);
  const { layer } = mutant;
  try {
    const read = readProjectFile(mutant.bytes, digest);
    if (!read.ok) {
      const { reason, message, detail } = read.failure;
      progress.note(layer, `refused ${reason}`);
      if (!/\p{Script=Han}[^]*。$/u.test(message)) progress.trouble(mutant, 'reader', message);
      if (detail === '') progress.trouble(mutant, 'reader', 'no detail');
      return;
    }
    const used = workOn(read.value, index + 1);
    progress.note(layer, 'opened', used);
    for (const { doing, what } of used.troubles) progress.trouble(mutant, doing, what);
  } catch (error) {
    progress.note(layer, 'threw');
    progress.trouble(
      mutant,
      'reader',
      error instanceof Error ? (error.stack ?? '') : String(error),
    );
  }
}
