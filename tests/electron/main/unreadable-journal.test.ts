import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Fault } from '@electron/main/files/fault-disk';
import { Machine, nameInFile, type Teacher } from '../machine';

let machine: Machine;
let teacher: Teacher;
let path: string;
beforeEach(async () => {
  machine = new Machine();
  teacher = await (await machine.start()).create();
  ({ path } = teacher);
});
afterEach(() => {
  machine.remove();
});

const refuses = (name: string): Fault => ({
  call: 'readFile',
  path: `${teacher.standing.head.copyId}/${name}`,
  nth: 1,
  times: null,
  code: 'EIO',
});

/** Every byte of the journal, to show that nothing of it was overwritten. */
function journal(): Record<string, string> {
  const folder = join(machine.userData, 'journal', teacher.standing.head.copyId);
  const read = (name: string) => [name, readFileSync(join(folder, name), 'hex')] as const;
  return Object.fromEntries(readdirSync(folder).sort().map(read));
}

it('the log cannot be read: the file opens, one sentence says so, the journal stays as it is', async () => {
  await teacher.save('甲');
  await teacher.writeNow();
  await teacher.save('乙');
  const before = journal();
  const shell = await machine.start({ faults: [refuses('log-000000000')] });
  const again = await shell.open(path);
  expect(again.name).toBe('甲');
  expect(again.project.notices).toHaveLength(1);
  expect(again.project.notices[0]).toMatch(/读不出来.*没有动它/);
  await again.save('丙');
  await again.close();
  expect(await nameInFile(path)).toBe('丙');
  expect(journal()).toEqual(before);
  const calm = await machine.start({ faults: [refuses('log-000000000')] });
  const next = await calm.open(path);
  expect(next.name).toBe('丙');
  expect(next.project.notices).toEqual([]);
});

it('when it can be read again, what only it held is a second draft and not lost', async () => {
  await teacher.save('甲');
  await teacher.writeNow();
  await teacher.save('乙');
  const again = await (await machine.start({ faults: [refuses('log-000000000')] })).open(path);
  await again.save('丙');
  await again.close();
  const shell = await machine.start();
  const reply = await shell.openPath(path);
  expect(reply).toMatchObject({
    outcome: 'twoHeads',
    mine: { title: '乙' },
    theirs: { title: '丙' },
  });
});

it('the drafts are used when they hold what the log does not give', async () => {
  await teacher.save('甲');
  await teacher.writeNow();
  await teacher.save('乙');
  const before = journal();
  const shell = await machine.start({ faults: [refuses('log-000000000')] });
  const reply = await shell.openPath(path, [teacher.draft()]);
  if (reply.outcome !== 'useDrafts') throw new Error(JSON.stringify(reply));
  const ready = shell.teacher(
    await shell.ask('project:adoptDrafts', teacher.adoption(reply.choice)),
  );
  expect(ready.name).toBe('乙');
  await ready.close();
  expect(await nameInFile(path)).toBe('乙');
  const root = join(machine.userData, 'journal');
  const kept = readdirSync(root).find((name) => name.includes('-damaged-'))!;
  for (const [name, bytes] of Object.entries(before)) {
    expect(readFileSync(join(root, kept, name), 'hex')).toBe(bytes);
  }
});

it('a part in the middle cannot be read: what comes before it opens, nothing is cut or renamed', async () => {
  const many = Array.from({ length: 1_200 }, (_, at) => teacher.write(`第${String(at)}步`));
  for (let at = 0; at < many.length; at += 100) await teacher.hand(many.slice(at, at + 100));
  await expect
    .poll(() => Object.keys(journal()).filter((name) => name.startsWith('snapshot')).length)
    .toBe(2);
  await teacher.hand([teacher.write('最后')]);
  const before = journal();
  const logs = Object.keys(before).filter((name) => name.startsWith('log'));
  const shell = await machine.start({ faults: [refuses(logs.at(-1)!)] });
  const again = await shell.open(path);
  expect(again.name).not.toBe('最后');
  expect(again.project.notices).toHaveLength(1);
  await again.save('接着写');
  await again.close();
  expect(journal()).toEqual(before);
});

it('another project opens as ever while a journal beside it is out of reach', async () => {
  const shell = await machine.start();
  const other = await shell.create('焊接加工');
  await other.save('焊接');
  await other.close();
  const { copyId } = teacher.standing.head;
  for (const call of ['list', 'readFile', 'stat'] as const) {
    const fault: Fault = { call, path: copyId, nth: 1, times: null, code: 'EIO' };
    const again = await (
      await machine.start({ faults: [fault] })
    ).open(join(machine.projects, '焊接加工.gxk'));
    expect(again.name).toBe('焊接');
    expect(again.project.notices).toEqual([]);
  }
});
