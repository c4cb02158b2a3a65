/** Who may import whom. ARCHITECTURE.md explains why; this file decides. */

const pkg = (names) => `^node_modules/(${names})/`;

/**
 * The folders of `shared/core` from the bottom up: each may import those on the steps before its own, and
 * those on one step do not know each other. So no two of them can lean on each other.
 */
export const coreOrder = [
  ['kernel'],
  ['model'],
  ['changes', 'migrations', 'occupations', 'samples'],
  ['words'],
  ['hours'],
  ['coverage'],
  ['paths'],
  ['matrices'],
  ['making', 'papers'],
  ['fragments', 'search'],
  ['commands'],
  ['rules'],
  ['clipboard', 'help', 'ways-out'],
];

const inCore = (folders) => `^shared/core/(${folders.join('|')})/`;

const coreLayers = coreOrder.flatMap((step, index) =>
  step.map((folder) => ({
    name: `core-${folder}-looks-down`,
    severity: 'error',
    comment: `${folder}/ imports itself and what stands before it in coreOrder.`,
    from: { path: inCore([folder]) },
    to: { path: '^shared/core/', pathNot: inCore([...coreOrder.slice(0, index).flat(), folder]) },
  })),
);

export default {
  forbidden: [
    ...coreLayers,
    {
      name: 'core-folder-has-a-place',
      severity: 'error',
      comment:
        'A new folder of the core is put into coreOrder, and nothing lies beside the folders.',
      from: { path: '^shared/core/', pathNot: inCore(coreOrder.flat()) },
      to: {},
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means two modules are really one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      comment: 'An import that leads nowhere would make the other rules blind.',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\?worker', '^vite/client$', '^electron$'] },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment:
        'The core knows itself, the templates and four libraries: no screen, no disk, no file format.',
      from: { path: '^shared/core/' },
      to: {
        pathNot: [
          '^shared/core/',
          '^templates/.+\\.json$',
          pkg('zod|immutable|fractional-indexing|@noble/hashes'),
        ],
      },
    },
    {
      name: 'shared-knows-no-process',
      severity: 'error',
      comment: 'The domain runs in the window, the shell, a worker and on the command line.',
      from: { path: '^shared/' },
      to: {
        path: [
          '^(electron|renderer)/',
          pkg('electron|react|react-dom|zustand|dexie|@dnd-kit|@base-ui'),
        ],
      },
    },
    {
      name: 'shared-knows-no-node',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'formats-do-not-know-each-other',
      severity: 'error',
      from: { path: '^shared/formats/([^/]+)/' },
      to: { path: '^shared/formats/', pathNot: '^shared/formats/$1/' },
    },
    {
      name: 'only-its-format-knows-docx',
      severity: 'error',
      comment: 'Sections build blocks; only formats/docx knows Word.',
      from: { path: '^(shared|renderer|electron)/', pathNot: '^shared/formats/docx/' },
      to: { path: pkg('docx') },
    },
    {
      name: 'only-its-format-knows-html',
      severity: 'error',
      comment: 'Pasted HTML is read in one place and leaves it as plain text.',
      from: { path: '^(shared|renderer|electron)/', pathNot: '^shared/formats/html/' },
      to: { path: pkg('htmlparser2') },
    },
    {
      name: 'contracts-know-only-the-core',
      severity: 'error',
      from: { path: '^shared/(ipc|platform)/' },
      to: { path: '^shared/', pathNot: '^shared/(ipc|platform|core)/' },
    },
    {
      name: 'renderer-never-sees-electron',
      severity: 'error',
      comment: 'Ask the Platform.',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', pkg('electron')] },
    },
    {
      name: 'renderer-knows-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-never-sees-renderer',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'main-moves-bytes',
      severity: 'error',
      comment: 'Projects are edited in the window; the shell keeps journal, file and backups.',
      from: { path: '^electron/(main|preload)/' },
      to: {
        path: '^shared/',
        pathNot:
          '^shared/(ipc/|platform/|core/(kernel|changes|model|migrations)/|formats/project-file/)',
      },
    },
    {
      name: 'command-line-starts-no-window',
      severity: 'error',
      from: { path: '^electron/cli/' },
      to: {
        path: ['^electron/(main|preload)/', pkg('electron')],
        pathNot: '^electron/main/(clock\\.ts|files/|exports/(export-runs|write-together)\\.ts)',
      },
    },
    {
      name: 'command-line-reaches-no-window',
      severity: 'error',
      comment: 'It writes through the disk and the exporter of the shell, which know no Electron.',
      from: { path: '^electron/cli/' },
      to: { path: pkg('electron'), reachable: true },
    },
    {
      name: 'main-does-not-know-the-command-line',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^electron/cli/' },
    },
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      comment:
        'Compose features in renderer/app. Fields and mapping margins are what pages are made of.',
      from: { path: '^renderer/features/([^/]+)/' },
      to: {
        path: '^renderer/features/',
        pathNot: ['^renderer/features/$1/', '^renderer/features/(fields|mapping)/'],
      },
    },
    {
      name: 'fields-are-at-the-bottom',
      severity: 'error',
      from: { path: '^renderer/features/fields/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/fields/' },
    },
    {
      name: 'features-do-not-know-the-app',
      severity: 'error',
      from: { path: '^renderer/(features|ui|state|storage|platform)/' },
      to: { path: '^renderer/app/' },
    },
    {
      name: 'foundations-do-not-know-features',
      severity: 'error',
      from: { path: '^renderer/(ui|state|storage|platform)/' },
      to: { path: '^renderer/features/' },
    },
    {
      name: 'ui-is-only-ui',
      severity: 'error',
      comment: 'renderer/ui knows React and nothing of curricula.',
      from: { path: '^renderer/ui/' },
      to: { path: '^(shared|renderer/(?!ui/))' },
    },
    {
      name: 'only-storage-knows-dexie',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/storage/' },
      to: { path: pkg('dexie') },
    },
    {
      name: 'no-development-packages-in-the-app',
      severity: 'error',
      from: { path: '^(shared|renderer|electron)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: [pkg('electron|@types/[^/]+|vite')] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
