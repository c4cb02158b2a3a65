import { basename } from 'node:path';
import { expect } from 'vitest';
import type { TestHome } from '../e2e/harness/launch';
import { type Restored, restoreBackups } from '../e2e/harness/restored';
import { numbersIn, type Witness } from './typist';

/**
 * The restore drill after every trial: each backup opens, agrees with the list of backups and its
 * checksums, and what stands in it is a state that was noted when it was the newest: not a mixture of
 * two, not one that never was.
 */
export async function expectBackupsRestore(
  home: TestHome,
  ...witnesses: readonly Witness[]
): Promise<number> {
  const restored = await restoreBackups(home.documents);
  expect(restored.length, 'a written project has a backup').toBeGreaterThan(0);
  expectNoted(restored, witnesses);
  return restored.length;
}

/** The same of the backups that are not `known` yet; they are from then on. */
export async function expectNewBackupsRestore(
  home: TestHome,
  witness: Witness,
  known: Set<string>,
): Promise<void> {
  expectNoted(await restoreBackups(home.documents, known), [witness]);
  expect(known.size, 'a written project has a backup').toBeGreaterThan(0);
}

function expectNoted(restored: readonly Restored[], witnesses: readonly Witness[]): void {
  for (const { path, text } of restored) {
    const held = numbersIn(text);
    const isNoted = witnesses.some((witness) => witness.hasNoted(held));
    expect(isNoted, `${basename(path)} holds ${held.join('、')}, which was never a state`).toBe(
      true,
    );
  }
}
