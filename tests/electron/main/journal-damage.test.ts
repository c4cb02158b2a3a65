import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeLine, scanLines } from '@electron/main/journal/line';
import { Machine, type Teacher } from '../machine';

let machine: Machine;
let teacher: Teacher;
let path: string;
beforeEach(async () => {
  machine = new Machine();
  teacher = await (await machine.start()).create();
  ({ path } = teacher);
  for (const name of ['甲', '乙', '丙']) await teacher.save(name);
});
afterEach(() => {
  machine.remove();
});

function folder(): string {
  return join(machine.userData, 'journal', teacher.standing.head.copyId);
}
function log(): string {
  return join(folder(), 'log-000000000.jsonl');
}

describe('a torn tail', () => {
  const torn: [string, () => void][] = [
    [
      'four stray bytes',
      () => {
        append(Buffer.from([0, 255, 1, 2]));
      },
    ],
    [
      'half a line',
      () => {
        append(encodeLine({ seq: 4 }).subarray(0, 20));
      },
    ],
    [
      'a line without its end',
      () => {
        append(encodeLine({ seq: 4 }).subarray(0, -1));
      },
    ],
    [
      'zeros as after a power cut',
      () => {
        append(new Uint8Array(4_096));
      },
    ],
    [
      'a length that leads nowhere',
      () => {
        append(Buffer.from('ffffffff 00000000 {'));
      },
    ],
    [
      'a line break only',
      () => {
        append(Buffer.from('\n'));
      },
    ],
  ];
  function append(bytes: Uint8Array): void {
    writeFileSync(log(), Buffer.concat([readFileSync(log()), bytes]));
  }

  it.each(torn)('%s: all is there after three starts with a save between', async (_name, tear) => {
    tear();
    let last = '丙';
    for (const name of ['一', '二', '三']) {
      const again = await (await machine.start()).open(path);
      expect(again.name).toBe(last);
      expect(again.project.notices).toEqual([]);
      await again.save(name);
      last = name;
    }
    expect((await (await machine.start()).open(path)).name).toBe('三');
  });

  it('cut at every byte of the last line: what was whole is there, and writing goes on', async () => {
    const whole = readFileSync(log());
    const { ends } = scanLines(whole);
    const start = ends.at(-2) ?? 0;
    for (let size = start; size <= whole.length; size += 13) {
      writeFileSync(log(), whole);
      truncateSync(log(), size);
      const again = await (await machine.start()).open(path);
      expect(again.name).toBe(size === whole.length ? '丙' : '乙');
      await again.save('续');
      expect((await (await machine.start()).open(path)).name).toBe('续');
    }
  });
});

it('damage in the middle of the log: the readable part opens, the rest is kept, one sentence tells', async () => {
  const bytes = readFileSync(log());
  const { ends } = scanLines(bytes);
  bytes[(ends[1] ?? 0) + 40]! ^= 1;
  writeFileSync(log(), bytes);
  const again = await (await machine.start()).open(path);
  expect(again.name).toBe('甲');
  expect(readdirSync(folder()).some((name) => name.startsWith('damaged-'))).toBe(true);
  const ahead = await (await machine.start()).openPath(path, [teacher.draft()]);
  expect(ahead.outcome).toBe('useDrafts');
});

it('the description of the journal lost: nothing is missing', async () => {
  await rm(join(folder(), 'meta.json'));
  expect((await (await machine.start()).open(path)).name).toBe('丙');
});

it('the newest snapshot damaged: the one before and the log give the same state', async () => {
  const shell = await machine.start();
  const again = await shell.open(path);
  for (let step = 0; step < 1_100; step += 1) again.write(String(step));
  for (let at = 3; at < again.entries.length; at += 100) {
    await again.hand(again.entries.slice(at, at + 100));
  }
  await expect
    .poll(() => readdirSync(folder()).filter((name) => name.startsWith('snapshot')).length)
    .toBe(2);
  const newest = readdirSync(folder())
    .filter((name) => name.startsWith('snapshot'))
    .at(-1)!;
  writeFileSync(join(folder(), newest), 'ruined');
  expect((await (await machine.start()).open(path)).name).toBe('1099');
});

it('lines survive any text, and no random bytes are taken for a line', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.uint8Array(), (values, noise) => {
      const lines = Buffer.concat(values.map(encodeLine));
      const plain = JSON.parse(JSON.stringify(values)) as unknown[];
      expect(scanLines(Buffer.concat([lines, noise])).values).toEqual(plain);
      expect(scanLines(Buffer.concat([lines, noise])).ends.at(-1) ?? 0).toBe(lines.length);
    }),
  );
});
