import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Machine, type RunningShell, type Teacher } from '../machine';

let machine: Machine;
let shell: RunningShell;
let teacher: Teacher;
beforeEach(async () => {
  machine = new Machine();
  shell = await machine.start();
  teacher = await shell.create();
});
afterEach(() => {
  machine.remove();
});

const sheet = { title: '课程标准', html: '<p>一</p>', css: '', widthMm: 210, heightMm: 297 };

async function print(name: string, html: string) {
  const { session } = teacher.project;
  const { folder } = await shell.ask('export:plan', { session, folder: null, names: [name] });
  const content = await shell.ask('export:pdf', { session, sheet: { ...sheet, html } });
  const files = [{ name, content, ifTouched: 'skip' as const }];
  const reply = await shell.ask('export:write', { session, folder, files });
  return reply.files[0];
}

it('a PDF is written beside the project, known as ours, and never replaces what somebody touched', async () => {
  const path = join(machine.projects, '课程标准.pdf');
  expect(await print('课程标准.pdf', '一')).toMatchObject({ state: 'written' });
  expect(await print('课程标准.pdf', '二')).toMatchObject({ state: 'written' });
  expect(readFileSync(path, 'utf8')).toBe('%PDF 二');
  writeFileSync(path, '别人的');
  expect(await print('课程标准.pdf', '三')).toMatchObject({ state: 'skipped' });
  expect(readFileSync(path, 'utf8')).toBe('别人的');
  const [kept] = await shell.ask('keptExports:list');
  expect(kept?.files).toMatchObject([{ name: '课程标准.pdf' }]);
});

it('a sheet that cannot be printed is said in words and nothing is written', async () => {
  Object.assign(shell.services.printing, { toPdf: () => Promise.reject(new Error('gone')) });
  await expect(print('课程标准.pdf', '一')).rejects.toThrow('PDF没有做成');
  expect(existsSync(join(machine.projects, '课程标准.pdf'))).toBe(false);
});

it('the bytes of a PDF stay in the shell: the window has a handle, which ends with the next export', async () => {
  const { session } = teacher.project;
  const names = ['课程标准.pdf'];
  const { folder } = await shell.ask('export:plan', { session, folder: null, names });
  const content = await shell.ask('export:pdf', { session, sheet });
  expect(content).toMatch(/^h[0-9a-z]{16}$/);
  const files = [{ name: '课程标准.pdf', content, ifTouched: 'skip' as const }];
  await shell.ask('export:cancel', { session });
  await expect(shell.ask('export:write', { session, folder, files })).rejects.toThrow(
    'PDF没有做成',
  );
  expect(existsSync(join(machine.projects, '课程标准.pdf'))).toBe(false);
});
