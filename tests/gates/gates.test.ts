import { afterEach, describe, expect, it } from 'vitest';
import { plant, type Garden, type Plants } from './planting';

/** Every gate of `npm run check` is shown to fail on a planted violation, and to pass without it. */
describe('the gates', { timeout: 120_000 }, () => {
  let garden: Garden | null = null;
  afterEach(() => {
    garden?.remove();
    garden = null;
  });

  function outcome(gate: string, plants: Plants) {
    garden = plant(plants);
    return garden.gate(gate);
  }

  it('let a clean checkout pass', () => {
    garden = plant({});
    for (const gate of ['format', 'lint', 'types']) {
      const { passed, said } = garden.gate(gate);
      expect(passed, `${gate}: ${said}`).toBe(true);
    }
  });

  it('format: refuses a file that Prettier would write otherwise', () => {
    const { passed, said } = outcome('format', { 'shared/core/a.ts': 'export const a = "x"\n' });
    expect(passed).toBe(false);
    expect(said).toContain('shared/core/a.ts');
  });

  it.each([
    ['a wrong type', 'shared/core/a.ts', 'export const hours: number = "six";\n'],
    ['the page in the core', 'shared/core/a.ts', 'export const title = document.title;\n'],
    ['the process in the core', 'shared/core/a.ts', 'export const home = process.env;\n'],
    ['the page in the shell', 'electron/a.ts', 'export const title = document.title;\n'],
    [
      'an index that may be missing',
      'shared/core/a.ts',
      'export const first = (names: string[]): string => names[0];\n',
    ],
  ])('types: refuses %s', (_what, path, text) => {
    const { passed, said } = outcome('types', { [path]: text });
    expect(passed).toBe(false);
    expect(said).toContain(path);
  });

  it('unit: fails when a test fails', () => {
    const { passed } = outcome('unit', {
      'tests/a.test.ts':
        "import { expect, it } from 'vitest';\nit('a', () => { expect(1).toBe(2); });\n",
    });
    expect(passed).toBe(false);
  });

  it.each([
    ['a file nobody imports', { 'shared/core/alone.ts': 'export const alone = 1;\n' }, 'alone.ts'],
    [
      'an export nobody uses',
      {
        'electron/main/index.ts': "import { used } from './b';\nexport const start = used;\n",
        'electron/main/b.ts': 'export const used = 1;\nexport const idle = 2;\n',
      },
      'idle',
    ],
    [
      'a package nobody lists',
      { 'electron/main/index.ts': "import { a } from 'nobody-lists-this';\nexport const b = a;\n" },
      'nobody-lists-this',
    ],
  ])('unused: refuses %s', (_what, plants, word) => {
    const { passed, said } = outcome('unused', {
      'knip.json': JSON.stringify({
        entry: ['electron/main/index.ts'],
        project: ['{electron,shared}/**/*.ts'],
      }),
      ...plants,
    });
    expect(passed).toBe(false);
    expect(said).toContain(word);
  });

  it('notices: refuses notices that are not those of the lockfile', () => {
    const { passed, said } = outcome('notices', { 'THIRD-PARTY-NOTICES.md': '# Nothing\n' });
    expect(passed).toBe(false);
    expect(said).toContain('is not current');
  });

  it('says at the end which gates failed, and runs the others all the same', () => {
    garden = plant({ 'shared/core/a.ts': 'export const a: number = "x"\n' });
    const first = garden.gate('format');
    expect(first.said).toContain('failed: format');
  });
});
