import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { decisions } from './scripts/eslint-decisions.mjs';

/** Forbidden everywhere: one habit each, with what to do instead. */
const houseSyntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'HTML is never inserted as text; render elements.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'HTML is never inserted as text; render elements.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write/]",
    message: 'HTML is never inserted as text; render elements.',
  },
];

/** Clock, randomness and ids are passed in, so that the same input gives the same bytes. */
const deterministicSyntax = [
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take a Random as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='crypto']",
    message: 'Take a Random as an argument.',
  },
];

const dangerousModules = [
  { name: 'node:child_process', message: 'The app starts no other program.' },
  { name: 'child_process', message: 'The app starts no other program.' },
  { name: 'node:vm', message: 'Nothing is evaluated.' },
  { name: 'vm', message: 'Nothing is evaluated.' },
];
const networkModules = ['http', 'https', 'net', 'dgram', 'tls', 'http2'].flatMap((name) => [
  { name, message: 'The app has no network.' },
  { name: `node:${name}`, message: 'The app has no network.' },
]);
const diskModules = ['fs', 'fs/promises', 'node:fs', 'node:fs/promises'].map((name) => ({
  name,
  message: 'Go through the Disk port, which fsyncs, renames and can be made to fail.',
}));
const rawIpc = {
  name: 'electron',
  importNames: ['ipcMain', 'ipcRenderer'],
  message: 'Use electron/main/ipc/handle.ts or the preload.',
};

const noProcess = ['process', 'Buffer', 'require', 'module', '__dirname'].map((name) => ({
  name,
  message: 'The window knows no Node.',
}));
const noNetwork = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
  name,
  message: 'The app has no network.',
}));
const noLooseStorage = ['indexedDB', 'localStorage', 'sessionStorage'].map((name) => ({
  name,
  message: 'Drafts go through renderer/storage.',
}));

const handsOnly = ['onClick', 'onMouseDown', 'onMouseUp', 'onPointerDown', 'onPointerUp'];

export default tseslint.config(
  {
    ignores: ['.tsc/', '.cache/', 'dist/', 'out/', 'release/'],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { 'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vitest.config.ts', 'vitest.e2e.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'react-hooks': hooks, house: { rules: { decisions } } },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'house/decisions': ['error', 8],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...houseSyntax],
      'no-restricted-imports': [
        'error',
        { paths: [...dangerousModules, ...networkModules, ...diskModules, rawIpc] },
      ],
    },
  },
  {
    // Tables that are one on purpose: all kinds, all channels.
    files: ['shared/core/model/kinds.ts', 'shared/ipc/contract.ts'],
    rules: {
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...houseSyntax, ...deterministicSyntax] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [a11y.flatConfigs.strict],
    rules: {
      'no-restricted-globals': ['error', ...noProcess, ...noNetwork, ...noLooseStorage],
      // A grid of cells that is read and printed as a table.
      'jsx-a11y/no-noninteractive-element-to-interactive-role': ['error', { table: ['grid'] }],
      // A group may follow focus and keys, which bubble up from the controls inside; a hand it may not.
      'jsx-a11y/no-noninteractive-element-interactions': ['error', { handlers: handsOnly }],
    },
  },
  {
    // React components read as one picture: markup takes lines without taking thought.
    files: ['**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The layers whose task the disk is; app-files reads the packed window, before anything can fail.
    files: [
      'electron/main/files/**/*.ts',
      'electron/main/security/app-files.ts',
      'electron/cli/**/*.ts',
    ],
    rules: {
      'no-restricted-imports': ['error', { paths: [...dangerousModules, ...networkModules] }],
    },
  },
  {
    // The one program that is started is our own, which reads large files under limits.
    files: ['electron/cli/start-reader.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: networkModules }] },
  },
  {
    files: ['electron/main/ipc/handle.ts', 'electron/preload/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [...dangerousModules, ...networkModules, ...diskModules] },
      ],
    },
  },
  {
    // Tests play the teacher, the machine and the enemy: they may touch what the app may not.
    files: ['tests/**/*.{ts,tsx}', 'bench/**/*.ts', 'vitest*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      'house/decisions': 'off',
      'no-console': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', houseSyntax[1]],
      'no-restricted-globals': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // The enemy tries what the policy must refuse.
    files: ['tests/e2e/security/**/*.ts'],
    rules: {
      'no-eval': 'off',
      'no-new-func': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    rules: { eqeqeq: 'error', 'no-unused-vars': 'error', complexity: ['error', 12] },
  },
);
