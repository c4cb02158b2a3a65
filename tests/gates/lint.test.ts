import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plant, type Garden, type Plants } from './planting';

interface Planted {
  readonly what: string;
  readonly path: string;
  readonly text: string;
  readonly rule: string;
}

const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const planted: readonly Planted[] = [
  [
    'a promise nobody waits for',
    'shared/core/floating.ts',
    'async function save(): Promise<void> {\n  await Promise.resolve();\n}\nexport function run(): void {\n  save();\n}\n',
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'any',
    'shared/core/any.ts',
    'export const loose: any = 1;\n',
    '@typescript-eslint/no-explicit-any',
  ],
  [
    'a switch that forgets a case',
    'shared/core/switch.ts',
    "export function words(size: 'a' | 'b'): string {\n  switch (size) {\n    case 'a':\n      return 'A';\n  }\n  return '';\n}\n",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  ['a default export', 'shared/core/default.ts', 'export default 1;\n', 'no-restricted-syntax'],
  ['an enum', 'shared/core/enum.ts', 'export enum Size {\n  Small,\n}\n', 'no-restricted-syntax'],
  [
    'chance in the core',
    'shared/core/chance.ts',
    'export const roll = (): number => Math.random();\n',
    'no-restricted-syntax',
  ],
  [
    'the clock in the core',
    'shared/core/clock.ts',
    'export const now = (): number => Date.now();\n',
    'no-restricted-syntax',
  ],
  ['eval', 'shared/core/eval.ts', "export const run = (): unknown => eval('1');\n", 'no-eval'],
  [
    'new Function',
    'shared/core/function.ts',
    "export const run = (): unknown => new Function('return 1');\n",
    'no-new-func',
  ],
  [
    'a file that is too long',
    'shared/core/long.ts',
    `${many(260, (at) => `export const a${String(at)} = ${String(at)};`)}\n`,
    'max-lines',
  ],
  [
    'a function that is too long',
    'shared/core/function-long.ts',
    `export function long(): number {\n  let sum = 0;\n${many(45, (at) => `  sum += ${String(at)};`)}\n  return sum;\n}\n`,
    'max-lines-per-function',
  ],
  [
    'too many parameters',
    'shared/core/parameters.ts',
    'export const sum = (a: number, b: number, c: number, d: number): number => a + b + c + d;\n',
    'max-params',
  ],
  [
    'too many branches',
    'shared/core/branches.ts',
    `export function branch(n: number): number {\n${many(9, (at) => `  if (n === ${String(at)}) return ${String(at + 1)};`)}\n  return 0;\n}\n`,
    'house/decisions',
  ],
  [
    'the console',
    'shared/core/console.ts',
    "export const say = (): void => {\n  console.log('x');\n};\n",
    'no-console',
  ],
  [
    'HTML as text',
    'renderer/html.tsx',
    "export const Raw = () => <b dangerouslySetInnerHTML={{ __html: 'x' }} />;\n",
    'no-restricted-syntax',
  ],
  [
    'innerHTML',
    'renderer/inner.ts',
    "export const fill = (to: Element): void => {\n  to.innerHTML = 'x';\n};\n",
    'no-restricted-syntax',
  ],
  [
    'the network in the window',
    'renderer/network.ts',
    "export const ask = (): Promise<Response> => fetch('x');\n",
    'no-restricted-globals',
  ],
  [
    'loose storage in the window',
    'renderer/loose.ts',
    "export const keep = (): void => {\n  localStorage.setItem('a', 'b');\n};\n",
    'no-restricted-globals',
  ],
  [
    'Node in the window',
    'renderer/node.ts',
    'export const home = (): unknown => process.env;\n',
    'no-restricted-globals',
  ],
  [
    'a picture without words',
    'renderer/picture.tsx',
    'export const Picture = () => <img src="a.png" />;\n',
    'jsx-a11y/alt-text',
  ],
  [
    'a group that is pressed',
    'renderer/pressed.tsx',
    'export const Pressed = ({ go }: { readonly go: () => void }) => <div role="group" onClick={go} />;\n',
    'jsx-a11y/no-noninteractive-element-interactions',
  ],
  [
    'a hook in a branch',
    'renderer/hook.tsx',
    "import { useState } from 'react';\nexport function Sometimes({ on }: { readonly on: boolean }) {\n  if (on) useState(0);\n  return null;\n}\n",
    'react-hooks/rules-of-hooks',
  ],
  [
    'another program',
    'electron/main/program.ts',
    "import { execSync } from 'node:child_process';\nexport const run = (): void => {\n  execSync('true');\n};\n",
    'no-restricted-imports',
  ],
  [
    'the disk beside the port',
    'electron/main/disk.ts',
    "import { writeFileSync } from 'node:fs';\nexport const save = (): void => {\n  writeFileSync('a', 'b');\n};\n",
    'no-restricted-imports',
  ],
  [
    'the network in the shell',
    'electron/main/network.ts',
    "import { get } from 'node:https';\nexport const ask = get;\n",
    'no-restricted-imports',
  ],
  [
    'IPC beside the table',
    'electron/main/ipc-beside.ts',
    "import { ipcMain } from 'electron';\nexport const channel = ipcMain;\n",
    'no-restricted-imports',
  ],
  [
    'a rule that is switched off for nothing',
    'shared/core/idle.ts',
    '// eslint-disable-next-line no-eval\nexport const idle = 1;\n',
    'null',
  ],
].map(([what, path, text, rule]) => ({ what, path, text, rule }) as Planted);

describe('lint', { timeout: 120_000 }, () => {
  let garden: Garden;
  let said = '';
  beforeAll(() => {
    garden = plant(
      Object.fromEntries(planted.map(({ path, text }) => [path, text])) satisfies Plants,
    );
    said = garden.gate('lint').said;
  }, 120_000);
  afterAll(() => {
    garden.remove();
  });

  it.each(planted)('refuses $what', ({ path, rule }) => {
    const block = said.split(/\n(?=\/)/).find((part) => part.split('\n')[0]?.endsWith(`/${path}`));
    expect(block, `nothing was said of ${path}: ${said.slice(0, 500)}`).toBeDefined();
    expect(block).toContain(rule === 'null' ? 'Unused eslint-disable directive' : rule);
  });

  it('leaves a clean file alone', () => {
    expect(said).not.toContain('soil.ts');
  });
});
