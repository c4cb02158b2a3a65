import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plant, type Garden, type Plants } from './planting';

/**
 * Every gate of `npm run check` is shown to fail on a planted violation, and to pass without it. What a
 * gate says of one file does not hang on the others, so the violations of a gate are planted together.
 */
const limit = 120_000;

interface Outcome {
  readonly passed: boolean;
  readonly said: string;
}

/** Runs gates in a garden of its own, which is gone afterwards. */
function outcome(gates: readonly string[], plants: Plants): Outcome {
  const garden = plant(plants);
  try {
    return garden.gate(...gates);
  } finally {
    garden.remove();
  }
}

describe('a clean checkout', { timeout: limit }, () => {
  let garden: Garden;
  beforeAll(() => {
    garden = plant({});
  });
  afterAll(() => {
    garden.remove();
  });

  it.each(['format', 'lint', 'types'])('passes %s', (gate) => {
    const { passed, said } = garden.gate(gate);
    expect(passed, said).toBe(true);
  });
});

describe('format', { timeout: limit }, () => {
  it('refuses a file that Prettier would write otherwise, and is named at the end', () => {
    const { passed, said } = outcome(['format'], { 'shared/core/a.ts': 'export const a = "x"\n' });
    expect(passed).toBe(false);
    expect(said).toContain('shared/core/a.ts');
    expect(said).toContain('failed: format');
  });
});

describe('types', { timeout: limit }, () => {
  const planted = [
    {
      what: 'a wrong type',
      path: 'shared/core/a.ts',
      text: 'export const hours: number = "six";\n',
      words: "Type 'string' is not assignable to type 'number'",
    },
    {
      what: 'the page in the core',
      path: 'shared/core/b.ts',
      text: 'export const title = document.title;\n',
      words: "Cannot find name 'document'",
    },
    {
      what: 'the process in the core',
      path: 'shared/core/c.ts',
      text: 'export const home = process.env;\n',
      words: "Cannot find name 'process'",
    },
    {
      what: 'the page in the shell',
      path: 'electron/a.ts',
      text: 'export const title = document.title;\n',
      words: "Cannot find name 'document'",
    },
    {
      what: 'an index that may be missing',
      path: 'shared/core/d.ts',
      text: 'export const first = (names: string[]): string => names[0];\n',
      words: "Type 'string | undefined' is not assignable",
    },
  ];
  let found: Outcome;
  beforeAll(() => {
    found = outcome(['types'], Object.fromEntries(planted.map(({ path, text }) => [path, text])));
  }, limit);

  it('fails', () => {
    expect(found.passed).toBe(false);
  });

  it.each(planted)('refuses $what', ({ path, words }) => {
    const lines = found.said.split('\n').filter((line) => line.startsWith(path));
    expect(lines, found.said).toHaveLength(1);
    expect(lines[0]).toContain(words);
  });
});

describe('unit', { timeout: limit }, () => {
  it('fails when a test fails', () => {
    const { passed, said } = outcome(['unit'], {
      'tests/a.test.ts':
        "import { expect, it } from 'vitest';\nit('a', () => { expect(1).toBe(2); });\n",
    });
    expect(passed).toBe(false);
    expect(said).toContain('1 failed');
  });
});

describe('unused', { timeout: limit }, () => {
  let found: Outcome;
  beforeAll(() => {
    found = outcome(['unused'], {
      'knip.json': JSON.stringify({
        entry: ['electron/main/index.ts'],
        project: ['{electron,shared}/**/*.ts'],
      }),
      'shared/core/alone.ts': 'export const alone = 1;\n',
      'electron/main/index.ts':
        "import { used } from './b';\nimport { a } from 'nobody-lists-this';\nexport const start = [used, a];\n",
      'electron/main/b.ts': 'export const used = 1;\nexport const idle = 2;\n',
    });
  }, limit);

  it.each([
    ['a file nobody imports', /^Unused files .*\n(?:.+\n)*shared\/core\/alone\.ts/mu],
    ['an export nobody uses', /^Unused exports .*\n(?:.+\n)*idle .*electron\/main\/b\.ts/mu],
    ['a package nobody lists', /^Unlisted dependencies .*\n(?:.+\n)*nobody-lists-this /mu],
  ])('refuses %s', (_what, words) => {
    expect(found.passed).toBe(false);
    expect(found.said).toMatch(words);
  });
});

describe('notices', { timeout: limit }, () => {
  it('refuses notices that are not those of the lockfile', () => {
    const { passed, said } = outcome(['notices'], { 'THIRD-PARTY-NOTICES.md': '# Nothing\n' });
    expect(passed).toBe(false);
    expect(said).toContain('is not current');
  });
});

describe('npm run check', { timeout: limit }, () => {
  it('runs the other gates all the same when one fails, and says at the end which failed', () => {
    const { passed, said } = outcome(['notices', 'format'], {
      'shared/core/a.ts': 'export const a = "x"\n',
      'THIRD-PARTY-NOTICES.md': '# Nothing\n',
    });
    expect(passed).toBe(false);
    expect(said).toContain('failed: notices, format');
  });
});
