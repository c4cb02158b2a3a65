import { randomFillSync } from 'node:crypto';
import { type Random, randomFromWords } from '@shared/core/kernel/random';

/** Randomness of the system, fetched some words at a time. */
export function systemRandom(): Random {
  const words = new Uint32Array(64);
  let next = words.length;
  return randomFromWords(() => {
    if (next === words.length) {
      randomFillSync(words);
      next = 0;
    }
    next += 1;
    return words[next - 1] ?? 0;
  });
}
