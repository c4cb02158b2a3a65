import fc from 'fast-check';
import { expect, it } from 'vitest';
import { happenings, type Step, World } from '../walk';

const step = fc.record({
  what: fc.constantFrom(...happenings),
  machine: fc.nat(7),
  from: fc.nat(11),
  to: fc.nat(11),
});

/** Walks the steps and asks the oracle after each; the first that loses an edit is told with its walk. */
async function lostOn(steps: readonly Step[]): Promise<string> {
  const world = new World();
  try {
    await world.go({ what: 'create', machine: 0, from: 0, to: 0 });
    for (const [at, one] of steps.entries()) {
      await world.go(one);
      const lost = await world.lost();
      if (lost.length > 0) return `${lost.join(', ')} after step ${String(at + 1)}: ${one.what}`;
    }
    return '';
  } finally {
    world.remove();
  }
}

it('whatever is done to files and profiles, every edit that was called saved can be reached', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      expect(await lostOn(steps)).toBe('');
    }),
    { numRuns: Number(process.env.GONGXUE_WALKS ?? 20) },
  );
}, 3_600_000);
