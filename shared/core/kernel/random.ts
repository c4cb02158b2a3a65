/** A source of randomness, passed in so that ids and order keys are the same in every test run. */
export interface Random {
  /** A whole number in 0 … limit − 1. */
  readonly below: (limit: number) => number;
}

/**
 * Randomness from unsigned 32-bit words, by rejection so that every value is equally likely.
 * `nextWord` is `crypto.getRandomValues` in the app and a seeded generator in tests and samples.
 */
export function randomFromWords(nextWord: () => number): Random {
  return {
    below(limit) {
      const ceiling = Math.floor(0x1_0000_0000 / limit) * limit;
      let word = nextWord();
      while (word >= ceiling) word = nextWord();
      return word % limit;
    },
  };
}

/** A repeatable generator (mulberry32) for samples, tests and benchmarks; never for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return randomFromWords(() => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  });
}
