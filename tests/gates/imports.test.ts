import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plant, type Garden, type Plants } from './planting';

interface Rules {
  readonly coreOrder: readonly (readonly string[])[];
  readonly default: { readonly forbidden: readonly { readonly name: string }[] };
}

const configUrl = pathToFileURL(join(process.cwd(), '.dependency-cruiser.mjs')).href;
const { coreOrder, default: config } = (await import(/* @vite-ignore */ configUrl)) as Rules;
const coreFolders = coreOrder.flat();

const packages = ['zod', 'docx', 'htmlparser2', 'dexie', 'react', 'electron', 'mammoth'];
const thing = (from: string) => `import { thing } from '${from}';\nexport const x = thing;\n`;
const leaf = 'export const thing = 1;\n';

/** What may be imported: the tree that every rule leaves alone. */
const clean: Plants = {
  'shared/core/model/good.ts': `${thing('zod')}export { thing as y } from '../kernel/leaf';\n`,
  'shared/formats/docx/write.ts': thing('docx'),
  'shared/formats/html/read.ts': thing('htmlparser2'),
  'shared/formats/project-file/read.ts': thing('../../core/kernel/leaf'),
  'shared/ipc/contract.ts': thing('zod'),
  'renderer/ui/button.ts': thing('react'),
  'renderer/storage/drafts.ts': thing('dexie'),
  'renderer/features/fields/line.ts': thing('../../ui/leaf'),
  'renderer/features/pages/page.ts': thing('../fields/leaf'),
  'renderer/ui/leaf.ts': leaf,
  'renderer/app/leaf.ts': leaf,
  'renderer/state/leaf.ts': leaf,
  'renderer/features/fields/leaf.ts': leaf,
  'renderer/features/pages/leaf.ts': leaf,
  'renderer/features/outline/leaf.ts': leaf,
  'electron/main/leaf.ts': leaf,
  'electron/cli/leaf.ts': leaf,
  ...Object.fromEntries(coreFolders.map((folder) => [`shared/core/${folder}/leaf.ts`, leaf])),
  ...Object.fromEntries(
    coreOrder.flatMap((step, index) =>
      (coreOrder[index - 1] ?? []).flatMap((below) =>
        step.map((folder) => [`shared/core/${folder}/down.ts`, thing(`../${below}/leaf`)]),
      ),
    ),
  ),
};

/** Each folder of the core with an import of the next step; on the last one with one of its own step. */
const upArrows = Object.fromEntries(
  coreOrder.flatMap((step, index) =>
    step.map((folder) => {
      const above = (coreOrder[index + 1] ?? step).find((other) => other !== folder) ?? '';
      return [
        `core-${folder}-looks-down`,
        [`shared/core/${folder}/up.ts`, thing(`../${above}/leaf`)],
      ] as const;
    }),
  ),
);

/** Rule → a file that breaks it. */
const breaking: Readonly<Record<string, readonly [string, string]>> = {
  ...upArrows,
  'core-folder-has-a-place': ['shared/core/newcomers/new.ts', thing('../kernel/leaf')],
  'no-cycles': ['shared/core/kernel/a.ts', "import { b } from './b';\nexport const a = () => b;\n"],
  'imports-resolve': ['shared/core/kernel/lost.ts', thing('./nowhere')],
  'core-is-pure': ['shared/core/impure.ts', thing('docx')],
  'shared-knows-no-process': ['shared/core/react.ts', thing('react')],
  'shared-knows-no-node': ['shared/formats/docx/disk.ts', "export { readFile } from 'node:fs';\n"],
  'formats-do-not-know-each-other': ['shared/formats/docx/b.ts', thing('../project-file/read')],
  'only-its-format-knows-docx': ['renderer/state/word.ts', thing('docx')],
  'only-its-format-knows-html': ['renderer/state/html.ts', thing('htmlparser2')],
  'contracts-know-only-the-core': ['shared/ipc/b.ts', thing('../formats/docx/write')],
  'renderer-never-sees-electron': ['renderer/state/electron.ts', thing('electron')],
  'renderer-knows-no-node': ['renderer/state/disk.ts', "export { readFile } from 'node:fs';\n"],
  'electron-never-sees-renderer': ['electron/main/window.ts', thing('../../renderer/ui/leaf')],
  'main-moves-bytes': ['electron/main/papers.ts', thing('../../shared/core/papers/leaf')],
  'command-line-starts-no-window': ['electron/cli/window.ts', thing('../main/leaf')],
  'command-line-reaches-no-window': ['electron/cli/reach.ts', thing('../main/files/opener')],
  'main-does-not-know-the-command-line': ['electron/main/cli.ts', thing('../cli/leaf')],
  'features-do-not-know-each-other': ['renderer/features/outline/b.ts', thing('../pages/leaf')],
  'fields-are-at-the-bottom': ['renderer/features/fields/b.ts', thing('../pages/leaf')],
  'features-do-not-know-the-app': ['renderer/features/pages/app.ts', thing('../../app/leaf')],
  'foundations-do-not-know-features': ['renderer/state/f.ts', thing('../features/pages/leaf')],
  'ui-is-only-ui': ['renderer/ui/state.ts', thing('../state/leaf')],
  'only-storage-knows-dexie': ['renderer/state/dexie.ts', thing('dexie')],
  'no-development-packages-in-the-app': ['renderer/state/dev.ts', thing('mammoth')],
};

describe('the import rules', { timeout: 60_000 }, () => {
  const gardens: Garden[] = [];
  let said = '';
  let cleanPassed = false;
  beforeAll(() => {
    const good = plant(clean, packages);
    const bad = plant(
      {
        ...clean,
        'electron/main/files/opener.ts': thing('electron'),
        'shared/core/kernel/b.ts': "import { a } from './a';\nexport const b = () => a;\n",
        'shared/core/search/beside.ts': thing('../fragments/leaf'),
        ...Object.fromEntries(Object.values(breaking)),
      },
      packages,
    );
    gardens.push(good, bad);
    const outcome = good.gate('imports');
    cleanPassed = outcome.passed;
    said = cleanPassed ? bad.gate('imports').said : outcome.said;
  }, 60_000);
  afterAll(() => {
    for (const garden of gardens) garden.remove();
  });

  it('let the allowed arrows pass', () => {
    expect(cleanPassed, said).toBe(true);
  });

  it('have a planted violation each', () => {
    const names = config.forbidden.map(({ name }) => name);
    expect(Object.keys(breaking).sort()).toEqual(names.sort());
  });

  it('know every folder of the core', () => {
    const entries = readdirSync('shared/core', { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.filter((name) => !coreFolders.includes(name))).toEqual([]);
  });

  it('forbid two folders on one step to know each other', () => {
    expect(said).toContain('error core-search-looks-down: shared/core/search/beside.ts');
  });

  it.each(Object.keys(breaking))('%s: is seen to fail', (rule) => {
    expect(said).toMatch(new RegExp(`error ${rule}: ${breaking[rule]?.[0] ?? ''}`));
  });
});
