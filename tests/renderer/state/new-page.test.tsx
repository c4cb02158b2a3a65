// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import type { Kind } from '@shared/core/model/record';
import type { PageEntry } from '@renderer/state/pages/page-entry';

const kinds = '@shared/core/model/kinds';
const entries = '@renderer/state/pages/entries';

/** A kind that nobody knows yet; what it is, is said in the table alone. */
const kindPlanted = {
  ...{ code: 'zz', label: '实训基地', rung: 2, parents: ['major'], role: 'row', measure: '个' },
  fields: {
    name: { type: 'line', label: '基地名称', code: 'name' },
    contact: { type: 'line', label: '联系人', code: 'cont' },
  },
};
const plantedKind = 'planted' as Kind;

/** A page that nobody has heard of but the registry, and a line in the form of one that is there. */
const newPage: PageEntry = {
  ...{ kind: 'major', part: 'planted', title: '新加的一页', tag: '新' },
  ...{ paper: 'majorStandard', begins: 'form', form: [{ text: 'foreword' }] },
};
const withLine = (entry: PageEntry): PageEntry =>
  entry.part === 'people' ? { ...entry, form: [...entry.form, { rows: plantedKind }] } : entry;

/** The window as it would be built with both. */
async function planted() {
  vi.resetModules();
  vi.doMock(kinds, async (original) => {
    const { builtKinds } = await original<{ builtKinds: object }>();
    return { builtKinds: { ...builtKinds, planted: kindPlanted } };
  });
  vi.doMock(entries, async (original) => {
    const { pageEntries } = await original<{ pageEntries: readonly PageEntry[] }>();
    return { pageEntries: [...pageEntries.map(withLine), newPage] };
  });
  return {
    ...(await import('../features/studio-for-pages')),
    ...(await import('@shared/core/commands/add-record')),
    ...(await import('@shared/core/model/starter')),
    ...(await import('@renderer/app/actions/page-actions')),
    ...(await import('@renderer/app/shown-paper')),
    ...(await import('@renderer/app/window-pages')),
    ...(await import('@renderer/features/outline/outline-rows')),
    ...(await import('@renderer/features/pages/record-page')),
    ...(await import('@renderer/state/page-name')),
    ...(await import('@renderer/state/page-owner')),
    ...(await import('@renderer/state/pages-below')),
  };
}

let built: Awaited<ReturnType<typeof planted>>;
beforeAll(async () => {
  Element.prototype.scrollIntoView = () => undefined;
  built = await planted();
});
afterEach(cleanup);
// The files of the window share their modules.
afterAll(() => {
  vi.doUnmock(kinds);
  vi.doUnmock(entries);
  vi.resetModules();
});

function aMajor() {
  const records = built.starterRecords('汽车维修', seededRandom(1));
  const id = records.find(({ kind }) => kind === 'major')?.id ?? '';
  const studio = built.studioWith(records);
  return { id, studio, project: () => studio.document.getState().project };
}

function open({ id, studio }: ReturnType<typeof aMajor>, part: string): void {
  const { InStudio, RecordPage } = built;
  render(
    <InStudio studio={studio}>
      <RecordPage recordId={id} part={part} />
    </InStudio>,
  );
}

describe('a new page, told by one entry of the registry', () => {
  it('is drawn, listed, gone to, previewed and come back to', () => {
    const major = aMajor();
    const { id, studio } = major;
    const project = major.project();
    const page = { kind: 'record', id, part: 'planted' } as const;
    open(major, 'planted');
    expect(screen.getByRole('heading', { level: 1, name: '新加的一页' })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: '说明' })).toBeTruthy();
    const row = built.outlineRows(project, new Set()).find(({ part }) => part === 'planted');
    expect(row).toMatchObject({ name: '新加的一页', tag: '新', parentId: id });
    expect(built.pagesBelow(project, id).map(({ name }) => name)).toContain('新加的一页');
    built.pageActions.find(({ title }) => title === '到“新加的一页”')?.run(studio);
    expect(studio.view.getState().page).toEqual(page);
    expect(built.placeOfPage(project, page)).toEqual({ record: id, field: 'foreword' });
    expect(built.usualPreview(project, page)).toContain('major-standard');
    expect(built.pageName(project, page)).toBe('新加的一页');
    expect(built.windowPages()).toContain('part-planted');
  });
});

describe('a new kind with a plain table, told by the kind table and one line of a form', () => {
  it('has a table on the page, with a way to it, that is written in row by row', async () => {
    const major = aMajor();
    open(major, 'people');
    expect(screen.getByRole('heading', { name: '实训基地', level: 2 })).toBeTruthy();
    expect(screen.getByRole('button', { name: '实训基地' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '添加实训基地' }));
    await userEvent.keyboard('北校区{Enter}');
    await userEvent.type(screen.getByRole('textbox', { name: '实训基地 1 联系人' }), '李明');
    await userEvent.tab();
    expect(built.childrenNow(major.studio, plantedKind, major.id)).toMatchObject([
      { name: '北校区', contact: '李明' },
      { name: '' },
    ]);
  });

  it('is found on that page: what is missing of it, and one of its rows', () => {
    const { id: majorId, studio, project } = aMajor();
    studio.view.getState().select({ record: majorId, missing: plantedKind });
    expect(studio.view.getState().page).toMatchObject({ id: majorId, part: 'people' });
    const given = { kind: plantedKind, parentId: majorId };
    const made = studio.document.getState().execute(built.addRecord, given);
    const id = made.ok ? (made.value.focus ?? '') : '';
    expect(built.pagePlace(project(), { id })).toEqual({ id: majorId, part: 'people' });
  });
});
