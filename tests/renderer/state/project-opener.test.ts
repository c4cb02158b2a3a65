import { describe, expect, it } from 'vitest';
import { editField } from '@shared/core/commands/edit-field';
import { sha256Hex } from '@shared/core/kernel/hash';
import { canonicalJson } from '@shared/core/kernel/canonical-json';
import { childrenOf } from '@shared/core/model/project';
import { starterRecords } from '@shared/core/model/starter';
import { storedForm } from '@shared/core/model/record';
import { statusWords } from '@renderer/state/save-status';
import type { Studio } from '@renderer/state/studio';
import { clockTime } from '@renderer/ui/format-time';
import { settled, testStudio } from '../../helpers/studio';

async function opened() {
  const test = testStudio();
  const { studio } = test;
  await studio.opener.create('汽车维修', starterRecords('汽车维修', studio.random));
  return test;
}

function majorOf({ document }: Studio) {
  const [major] = childrenOf(document.getState().project, null, 'major');
  if (major === undefined) throw new Error('no major');
  return major;
}

function rename(studio: Studio, name: string) {
  const { id } = majorOf(studio);
  return studio.document.getState().execute(editField, { id, field: 'name', value: name });
}

const wordsOf = ({ document, pending }: Studio) =>
  statusWords(document.getState().status, pending.store.getState(), clockTime).text;

describe('a project in the window', () => {
  it('opens on a page of its own and can be written in at once', async () => {
    const { studio } = await opened();
    expect(studio.document.getState().title).toBe('汽车维修');
    expect(studio.view.getState().page.kind).toBe('record');
    expect(rename(studio, '新能源汽车维修').ok).toBe(true);
    expect(majorOf(studio).name).toBe('新能源汽车维修');
  });

  it('a file asked for while another is being opened is opened after it', async () => {
    const { studio, platform } = testStudio();
    for (const title of ['甲专业', '乙专业', '丙专业']) {
      await studio.opener.create(title, starterRecords(title, studio.random));
    }
    const list = await platform['start:list']();
    const handleOf = (wanted: string) =>
      (list.ok ? list.value.recent.find(({ title }) => title === wanted)?.handle : undefined) ?? '';
    const first = studio.opener.open(handleOf('甲专业'));
    const second = studio.opener.open(handleOf('乙专业'));
    await Promise.all([first, second]);
    expect(studio.document.getState().title).toBe('乙专业');
    const making = studio.opener.create('新专业', starterRecords('新专业', studio.random));
    await studio.opener.open(handleOf('丙专业'));
    await making;
    expect(studio.document.getState().title).toBe('丙专业');
  });

  it('a file that cannot be opened leaves the open project where it is', async () => {
    const { studio } = await opened();
    const { session, title } = studio.document.getState();
    await studio.opener.open('no such file');
    expect(studio.opener.store.getState().failure).not.toBe('');
    expect(studio.document.getState()).toMatchObject({ session, title });
  });

  it('takes what was asked for before it was there; a file asked for since then stays', async () => {
    const { studio, platform } = testStudio();
    for (const title of ['甲专业', '乙专业']) {
      await studio.opener.create(title, starterRecords(title, studio.random));
    }
    await studio.opener.close();
    const list = await platform['start:list']();
    const handleOf = (wanted: string) =>
      (list.ok ? list.value.recent.find(({ title }) => title === wanted)?.handle : undefined) ?? '';
    await studio.opener.take(platform['project:open']({ handle: handleOf('甲专业'), drafts: [] }));
    expect(studio.document.getState().title).toBe('甲专业');
    await studio.opener.close();
    const early = platform['project:open']({ handle: handleOf('甲专业'), drafts: [] });
    const since = studio.opener.open(handleOf('乙专业'));
    await studio.opener.take(early);
    await since;
    expect(studio.document.getState().title).toBe('乙专业');
  });

  it('what could not be opened at the start is told like any other', async () => {
    const { studio } = testStudio();
    const failure = { reason: 'unexpected' as const, message: '程序内部没有应答。' };
    await studio.opener.take(Promise.resolve({ ok: false, failure }));
    expect(studio.opener.store.getState()).toMatchObject({ failure: failure.message, busy: '' });
    await studio.opener.take(Promise.resolve(null));
    expect(studio.opener.store.getState()).toMatchObject({ failure: '', busy: '' });
    expect(studio.document.getState().session).toBeNull();
  });

  it('what breaks while a file is being opened is said, and the next file can be opened', async () => {
    const { studio, platform } = await opened();
    await studio.opener.close();
    const list = await platform['start:list']();
    const handle = (list.ok ? list.value.recent[0]?.handle : undefined) ?? '';
    const broken = Promise.reject(new Error('port closed'));
    await studio.opener.take(broken);
    const { failure, busy } = studio.opener.store.getState();
    expect(busy, 'nobody waits for it any more').toBe('');
    expect(failure).toMatch(/^没有做成：.*port closed.*请再试一次.*重新打开。$/u);
    await studio.opener.open(handle);
    expect(studio.document.getState().title).toBe('汽车维修');
    expect(studio.opener.store.getState()).toMatchObject({ failure: '', busy: '' });
  });

  it('what breaks while it is saved elsewhere is said, and the project stays open', async () => {
    const { studio, platform } = await opened();
    Object.assign(platform, { 'project:saveAs': () => Promise.reject(new Error('port closed')) });
    await studio.opener.saveAs();
    const { failure, busy } = studio.opener.store.getState();
    expect({ busy, isSaid: failure.startsWith('没有做成：') }).toEqual({ busy: '', isSaid: true });
    expect(studio.document.getState().title).toBe('汽车维修');
  });

  it('a file nobody waits for any more is closed again unseen', async () => {
    const { studio, platform } = await opened();
    await studio.opener.close();
    const list = await platform['start:list']();
    const handle = (list.ok ? list.value.recent[0]?.handle : undefined) ?? '';
    const opening = studio.opener.open(handle);
    studio.opener.callOff();
    await opening;
    expect(studio.document.getState().session).toBeNull();
    expect(studio.view.getState().page.kind).toBe('start');
    await studio.opener.open(handle);
    expect(studio.document.getState().title).toBe('汽车维修');
  });

  it('says 已保存 only when the journal has answered, and 已写入 when the file has it', async () => {
    const { studio } = await opened();
    rename(studio, '新能源汽车维修');
    expect(wordsOf(studio)).toBe('正在保存…');
    await studio.document.getState().flush();
    expect(wordsOf(studio)).toBe('已保存');
    await studio.opener.writeNow();
    expect(wordsOf(studio)).toBe('已写入');
  });

  it('keeps what was typed and says so in place when the journal cannot be written', async () => {
    const { studio, platform, time } = await opened();
    platform.failAppends({ reason: 'disk-full', message: '磁盘满了。' });
    rename(studio, '新能源汽车维修');
    await studio.document.getState().flush();
    expect(wordsOf(studio)).toBe('没有保存：磁盘满了。');
    expect(majorOf(studio).name).toBe('新能源汽车维修');
    platform.failAppends(null);
    time.pass(10_000);
    await settled();
    expect(wordsOf(studio)).toBe('已保存');
  });

  it('has the same records in the drafts as in the window', async () => {
    const { studio, database } = await opened();
    for (const name of ['甲', '乙', '丙']) rename(studio, name);
    studio.document.getState().undo();
    await studio.document.getState().flush();
    const rows = await database.records.toArray();
    const { project, standing } = studio.document.getState();
    const hash = (value: unknown) => sha256Hex(canonicalJson(value));
    expect(rows.map(({ record }) => hash(record)).sort()).toEqual(
      [...project.records.values()].map((record) => hash(storedForm(record))).sort(),
    );
    const copy = await database.copies.get(standing?.head.copyId ?? '');
    expect(copy?.standing).toEqual(standing);
  });

  it('is reopened with its history, so that a step of before can be undone', async () => {
    const { studio, platform } = await opened();
    rename(studio, '新能源汽车维修');
    await studio.opener.close();
    expect(studio.document.getState().session).toBeNull();
    const list = await platform['start:list']();
    if (!list.ok) throw new Error('no list');
    await studio.opener.open(list.value.recent[0]?.handle ?? '');
    expect(majorOf(studio).name).toBe('新能源汽车维修');
    studio.document.getState().undo();
    expect(majorOf(studio).name).toBe('汽车维修');
    studio.document.getState().redo();
    expect(majorOf(studio).name).toBe('新能源汽车维修');
  });

  it('stays open and asks when the file cannot be written', async () => {
    const { studio, platform } = await opened();
    platform.failWrites('U 盘写满了。');
    rename(studio, '新能源汽车维修');
    expect(await studio.opener.close()).toBe(false);
    expect(studio.opener.store.getState().unwritten?.message).toBe('U 盘写满了。');
    expect(studio.document.getState().session).not.toBeNull();
    expect(await studio.opener.close(true)).toBe(true);
  });

  it('takes along what a field has not committed yet', async () => {
    const { studio } = await opened();
    studio.pending.add(() => rename(studio, '还在打字'));
    await studio.opener.writeNow();
    expect(majorOf(studio).name).toBe('还在打字');
    expect(wordsOf(studio)).toBe('已写入');
  });

  it('refuses in words when nothing is open', () => {
    const { studio } = testStudio();
    const result = studio.document.getState().execute(editField, {
      id: 'ma0000000000000000',
      field: 'name',
      value: '甲',
    });
    expect(result).toMatchObject({ ok: false, failure: { message: '还没有打开专业。' } });
  });
});
