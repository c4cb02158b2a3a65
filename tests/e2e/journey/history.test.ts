import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Machine } from '../../electron/machine';
import { recordsIn } from '../harness/gxk';
import { focusedName, Keyboard } from '../harness/keyboard';
import { launch, type RunningApp } from '../harness/launch';

/** A long history in the real window: more steps than the window is given when it opens. */
const steps = 2_300;
let machine: Machine;
let file: string;
let app: RunningApp;
let window: Page;
let keys: Keyboard;

const message = () => window.getByRole('status', { name: '消息' });
const list = () => window.getByRole('list', { name: '历史' });

async function nameInFile(): Promise<unknown> {
  await keys.press('Control+s');
  await window.getByRole('status', { name: '保存状态' }).getByText('已写入').waitFor();
  const records = await recordsIn(file);
  return records.find(({ kind }) => kind === 'major')?.name;
}

beforeAll(async () => {
  machine = new Machine();
  const shell = await machine.start({ withoutSync: true });
  const teacher = await shell.create('起点');
  const many = Array.from({ length: steps }, (_, at) => teacher.write(`第${String(at + 1)}步`));
  for (let at = 0; at < steps; at += 500) await teacher.hand(many.slice(at, at + 500));
  await teacher.writeNow();
  await teacher.close();
  file = join(machine.projects, '起点.gxk');
  await mkdir(join(machine.home, '.config'), { recursive: true });
  await writeFile(
    join(machine.home, '.config', 'user-dirs.dirs'),
    'XDG_DOCUMENTS_DIR="$HOME/文档"\n',
  );
  app = await launch({
    home: {
      home: machine.home,
      documents: machine.documents,
      userData: machine.userData,
      remove: () => Promise.resolve(),
    },
    files: [file],
  });
  window = app.window;
  keys = new Keyboard(window);
  await window.getByRole('tree').waitFor();
});
afterAll(async () => {
  await app.kill();
  machine.remove();
});

describe('the history of long work', () => {
  it('takes 200 steps and more back by Ctrl+Z after a restart', async () => {
    await keys.press('Control+1');
    for (let step = 0; step < 210; step += 1) await keys.press('Control+z');
    expect(await nameInFile()).toBe(`第${String(steps - 210)}步`);
    for (let step = 0; step < 210; step += 1) await keys.press('Control+y');
    expect(await nameInFile()).toBe(`第${String(steps)}步`);
  });

  it('lists older steps out of the journal on the way down, and draws only those in sight', async () => {
    await keys.command('>kanlishi', '看历史');
    await list().waitFor();
    await keys.to(/^撤销这一步：/);
    await expect
      .poll(async () => {
        await keys.press('End');
        return focusedName(window);
      })
      .toBe('退到这一步之前：改名为“第1步”');
    await list().getByText('从这里开始。').waitFor();
    expect(await list().getByRole('listitem').count()).toBeLessThan(200);
  });

  it('goes back to the first step at once, and forth again at once', async () => {
    await keys.press('Enter');
    await message()
      .getByText(`已退回 ${String(steps)} 步`)
      .waitFor();
    expect(await nameInFile()).not.toMatch(/步$/u);
    await message().getByRole('button', { name: '回到刚才' }).press('Enter');
    await message()
      .getByText(`已前进 ${String(steps)} 步`)
      .waitFor();
    expect(await nameInFile()).toBe(`第${String(steps)}步`);
  });

  it('says so when there is nothing more to take back', async () => {
    await keys.to(/^撤销这一步：|^退到/);
    await keys.press('End');
    await keys.press('Enter');
    await message().getByText('已退回').waitFor();
    await keys.press('Control+z');
    await message().getByText('已经退到最早的一步，没有可以撤销的了。').waitFor();
  });
});
