import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IpcValue } from '@shared/ipc/contract';
import { Machine, type RunningShell, type Teacher } from '../machine';

let machine: Machine;
let shell: RunningShell;
beforeEach(async () => {
  machine = new Machine();
  shell = await machine.start({ withoutSync: true });
});
afterEach(() => {
  machine.remove();
});

type Place = IpcValue<'history:entries'>['earlier'];

/** Every label of the history, newest page first, as a window reads that scrolls to its beginning. */
async function allLabels(teacher: Teacher, count: number, from: Place = null): Promise<string[]> {
  const labels: string[] = [];
  let upTo: Place = from;
  do {
    const { session } = teacher.project;
    const page = await shell.ask('history:entries', { session, upTo, count });
    expect(page.entries.length).toBeLessThanOrEqual(count);
    labels.unshift(...page.entries.map(({ label }) => label));
    upTo = page.earlier;
  } while (upTo !== null);
  return labels;
}

const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `第${String(from + at)}步`);
const labelled = (some: readonly string[]) => some.map((name) => `改名为“${name}”`);

async function saveAll(teacher: Teacher, some: readonly string[]): Promise<void> {
  for (const name of some) await teacher.save(name);
}

describe('the history of the open project', () => {
  it.each([1, 3, 7, 100])('is read in pages of %i, whole and in order', async (count) => {
    const teacher = await shell.create();
    await saveAll(teacher, names(1, 12));
    expect(await allLabels(teacher, count)).toEqual(labelled(names(1, 12)));
  });

  it('goes on into the copy it was saved from', async () => {
    const teacher = await shell.create();
    await saveAll(teacher, names(1, 5));
    await teacher.close();
    const other = join(machine.projects, '带来的.gxk');
    copyFileSync(join(machine.projects, '汽车维修.gxk'), other);
    const again = await shell.open(other);
    await saveAll(again, names(6, 9));
    expect(await allLabels(again, 4)).toEqual(labelled(names(1, 9)));
  });

  it('gives the changes too, so that a step older than the window remembers can be taken back', async () => {
    const teacher = await shell.create();
    await saveAll(teacher, names(1, 6));
    const { session } = teacher.project;
    const late = await shell.ask('history:entries', { session, upTo: null, count: 2 });
    const early = await shell.ask('history:entries', { session, upTo: late.earlier, count: 2 });
    expect(early.entries.map(({ change }) => change[0]?.after?.name)).toEqual(names(3, 4));
    expect(early.entries.at(-1)?.changeHash).toBe(late.entries[0]?.prevHash);
  });

  it('at opening begins where the window stops', async () => {
    const teacher = await shell.create();
    const many = names(1, 2_050).map((name) => teacher.write(name));
    for (let at = 0; at < many.length; at += 500) await teacher.hand(many.slice(at, at + 500));
    await teacher.close();
    const again = await shell.open(join(machine.projects, '汽车维修.gxk'));
    expect(again.project.entries).toHaveLength(2_000);
    expect(await allLabels(again, 20, again.project.earlier)).toEqual(labelled(names(1, 50)));
    expect((await shell.create('新的')).project.earlier).toBeNull();
  });

  it('a place that is none of this history is refused in words', async () => {
    const teacher = await shell.create();
    await teacher.save('甲');
    const { session } = teacher.project;
    const { copyId } = teacher.standing.head;
    const changeHash = '0'.repeat(64);
    for (const upTo of [
      { copyId, seq: 9, changeHash },
      { copyId: 'cp0000000000000000', seq: 1, changeHash },
    ]) {
      await expect(shell.ask('history:entries', { session, upTo, count: 5 })).rejects.toThrow(
        '历史里没有这一步',
      );
    }
    const wrong = { copyId, seq: 1, changeHash };
    const page = await shell.ask('history:entries', { session, upTo: wrong, count: 5 });
    expect(page).toEqual({ entries: [], earlier: null });
  });
});
