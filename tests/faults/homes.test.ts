import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
} from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../e2e/harness/launch';
import { backupsIn, restoreBackups } from '../e2e/harness/restored';
import { expectBackupsRestore } from './backups';
import { FaultChain } from './chain';
import { KeptHomes } from './kept-homes';
import { indexedDbLog } from './logs';
import { makeProject } from './make-project';
import {
  expectNothingLost,
  fieldAt,
  inDrafts,
  inFile,
  inWindow,
  killGroup,
  orEnded,
  proveThreeRestarts,
  saveOne,
  showCourse,
  shownStatus,
  startOn,
  untilWritten,
} from './three-homes';
import { fieldLabels, numbersIn, valueText, Witness } from './typist';

const [first, second, third] = fieldLabels;

/** Types a value and waits for 「已保存」 only. */
async function saveToJournal(app: RunningApp, witness: Witness, label: string): Promise<void> {
  witness.noteShown(await inWindow(app.window));
  const n = witness.next(label);
  const before = (await shownStatus(app.window)).headSeq;
  await fieldAt(app.window, label).fill(valueText(n));
  await fieldAt(app.window, label).blur();
  await expect
    .poll(
      async () => {
        const { headSeq, savedSeq } = await shownStatus(app.window);
        return headSeq > before && savedSeq === headSeq;
      },
      { timeout: 10_000, interval: 10 },
    )
    .toBe(true);
  witness.note(witness.saved, { label, n });
}

/** Writes one value, saves another that is in the journal and the drafts only, and kills the program. */
async function writeAndSave(app: RunningApp, witness: Witness): Promise<void> {
  await saveOne(app.window, witness, first);
  await saveToJournal(app, witness, second);
  // The drafts follow the journal; a fault in both at once is more than two homes can mend.
  const text = valueText(witness.saved.get(second) ?? 0);
  await expect.poll(() => inDrafts(app.window), { timeout: 10_000 }).toContain(text);
  await killGroup(app);
}

/** Starts the app without a file and opens the project from a list of the start screen. */
async function startFrom(list: string, home: TestHome): Promise<RunningApp> {
  const app = await launch({ home });
  await orEnded(app, async () => {
    const project = app.window.getByRole('list', { name: list }).getByRole('button');
    await project.filter({ hasText: '汽车维修' }).first().click();
    await showCourse(app.window);
  });
  return app;
}

describe('when the profile, what lies in it or the project file is gone or damaged', () => {
  let home: TestHome;
  let file: string;
  let chain: FaultChain;
  const witness = new Witness();

  beforeAll(async () => {
    home = await makeHome();
    file = await makeProject(join(home.documents, '工学课坊'), '汽车维修');
    chain = new FaultChain({ home, file, witness });
  });
  afterAll(() => home.remove());

  it('an emptied IndexedDB is filled again and nothing is missing', () =>
    chain.fault(async (app) => {
      await writeAndSave(app, witness);
      await rm(join(home.userData, 'IndexedDB'), { recursive: true });
    }));

  it('a deleted journal is made up from the drafts, what only they held included', () =>
    chain.fault(async (app) => {
      await writeAndSave(app, witness);
      await rm(join(home.userData, 'journal'), { recursive: true });
    }));

  it.each(['half of it', 'one bit in its middle'])(
    'a log of IndexedDB that lost %s is made up for, and nobody is troubled with it',
    async (what) => {
      await chain.fault(async (app) => {
        await writeAndSave(app, witness);
        const log = await indexedDbLog(home);
        const bytes = await readFile(log);
        const half = Math.floor(bytes.length / 2);
        if (what === 'half of it') await truncate(log, half);
        else {
          bytes[half] = (bytes[half] ?? 0) ^ 4;
          await writeFile(log, bytes);
        }
      });
      const { window } = await chain.running();
      expect(await window.getByRole('alert').count()).toBe(0);
    },
  );

  it('a deleted project file is written again at its place', () =>
    chain.fault(
      async (app) => {
        await writeAndSave(app, witness);
        await rm(file);
      },
      () => startFrom('最近', home),
    ));

  it('with the profile deleted, everything written is back on opening the file, which the start screen lists', () =>
    chain.fault(
      async (app) => {
        await saveOne(app.window, witness, first);
        await saveOne(app.window, witness, third);
        await killGroup(app);
        await rm(home.userData, { recursive: true });
      },
      () => startFrom('文档里的', home),
    ));

  it('and the second and third restart after the last of them', () => chain.end());
});

it('a backup restored in the window is the state that was noted, and the file stays as it is', async () => {
  const home = await makeHome();
  onTestFinished(() => home.remove());
  const file = await makeProject(join(home.documents, '工学课坊'), '汽车维修');
  const witness = new Witness();
  const app = await startOn(home, file);
  await saveOne(app.window, witness, first);
  const kept = numbersIn(await inFile((await backupsIn(home.documents))[0] ?? ''));
  await saveOne(app.window, witness, second);
  await app.close();
  const before = await readFile(file);
  const again = await launch({ home });
  await again.window.getByRole('button', { name: '备份…' }).click();
  await again.window
    .getByRole('button', { name: /恢复为副本/ })
    .first()
    .click();
  await showCourse(again.window);
  const shown = [...(await inWindow(again.window)).values()].filter((n) => n > 0);
  expect(shown.sort((left, right) => left - right)).toEqual(kept);
  expect(witness.hasNoted(shown)).toBe(true);
  await again.close();
  expect(Buffer.compare(await readFile(file), before)).toBe(0);
  expect(await expectBackupsRestore(home, witness)).toBeGreaterThan(0);
});

describe('two machines and one project', () => {
  let school: TestHome;
  let house: TestHome;
  let atSchool: string;
  let atHome: string;
  /** Both homes after one edit in each. */
  let edited: KeptHomes;
  let witness = new Witness();
  let promised: Witness;

  beforeAll(async () => {
    school = await makeHome();
    house = await makeHome();
    atSchool = await makeProject(join(school.documents, '工学课坊'), '汽车维修');
    await mkdir(join(house.documents, 'U盘'), { recursive: true });
    atHome = join(house.documents, 'U盘', '汽车维修.gxk');
    await editOn(school, atSchool, first);
    await copyFile(atSchool, atHome);
    await editOn(house, atHome, second);
    promised = witness;
    edited = await KeptHomes.keep(school, house);
  });
  beforeEach(async () => {
    witness = promised.copy();
    await edited.bringBack();
  });
  afterEach(async () => {
    for (const { documents } of [school, house]) await restoreBackups(documents);
  });
  afterAll(() => edited.remove());

  async function editOn(home: TestHome, file: string, label: string): Promise<void> {
    const app = await startOn(home, file);
    await saveOne(app.window, witness, label);
    await app.close();
  }

  it('a file carried home, edited there and carried back raises no question', async () => {
    await copyFile(atHome, atSchool);
    const app = await startOn(school, atSchool);
    await expectNothingLost(app.window, witness);
    expect(await app.window.getByRole('alertdialog').count()).toBe(0);
    await saveOne(app.window, witness, third);
    await app.close();
    await copyFile(atSchool, atHome);
    await proveThreeRestarts(house, atHome, witness);
  });

  it('two edited copies are two different drafts: the teacher chooses and the other is kept', async () => {
    const mine = new Witness();
    mine.skipTo(1_000);
    const app = await startOn(school, atSchool);
    await saveOne(app.window, mine, second);
    await app.close();
    await copyFile(atHome, atSchool);

    const asked = await launch({ home: school, files: [atSchool] });
    const question = asked.window.getByRole('alertdialog', { name: '这是两份不同的稿子' });
    await question.waitFor();
    await question.getByRole('button', { name: '用本机的' }).click();
    await showCourse(asked.window);
    await expectNothingLost(asked.window, mine);
    await untilWritten(asked.window);
    await asked.close();
    const kept = await everythingIn(school.documents);
    expect(kept).toContain(valueText(witness.saved.get(second) ?? 0));
    expect(kept).toContain(valueText(mine.saved.get(second) ?? 0));
    expect(await expectBackupsRestore(school, witness, mine)).toBeGreaterThan(1);
  });

  it("a colleague's newer copy beside mine opens by itself and never replaces mine", async () => {
    const before = await stat(atSchool);
    const beside = join(school.documents, '同事的.gxk');
    await copyFile(atHome, beside);
    const app = await startOn(school, beside);
    await saveOne(app.window, witness, third);
    await app.close();
    expect((await stat(atSchool)).mtimeMs).toBe(before.mtimeMs);
    expect(await inFile(atSchool)).not.toContain(valueText(witness.saved.get(second) ?? 0));
    await expectBackupsRestore(school, witness);
  });

  it('a file changed by somebody else while it is open is not overwritten', async () => {
    const app = await startOn(school, atSchool);
    const mine = new Witness();
    mine.skipTo(2_000);
    await saveOne(app.window, mine, third);
    await copyFile(atHome, atSchool);
    await saveToJournal(app, mine, third);
    await expect
      .poll(async () => (await shownStatus(app.window)).text, { timeout: 30_000 })
      .toContain('没有写入文件');
    expect(Buffer.compare(await readFile(atSchool), await readFile(atHome))).toBe(0);
    await app.window.getByRole('button', { name: '把我的另存在旁边' }).click();
    await untilWritten(app.window);
    await app.close();
    expect(Buffer.compare(await readFile(atSchool), await readFile(atHome))).toBe(0);
    expect(await everythingIn(school.documents)).toContain(valueText(mine.saved.get(third) ?? 0));
    await expectBackupsRestore(school, witness, mine);
  });
});

/** The text of every project file below a folder. */
async function everythingIn(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith('.gxk'),
  );
  return (await Promise.all(names.map((name) => inFile(join(folder, name))))).join('\n');
}
