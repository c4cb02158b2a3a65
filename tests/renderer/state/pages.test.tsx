// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { pageKinds } from '@shared/core/model/family';
import { projectOf } from '@shared/core/model/project';
import {
  type AnyRecord,
  fieldSpec,
  kindNames,
  kindSpec,
  type Kind,
} from '@shared/core/model/record';
import { loadSample } from '@shared/core/samples/sample-list';
import { pageActions } from '@renderer/app/actions/page-actions';
import { paperOfPage, usualPreview } from '@renderer/app/shown-paper';
import { windowPages } from '@renderer/app/window-pages';
import { outlineRows } from '@renderer/features/outline/outline-rows';
import { RecordPage } from '@renderer/features/pages/record-page';
import { placesOf } from '@renderer/features/palette/palette-entries';
import { pageName } from '@renderer/state/page-name';
import { pagePlace } from '@renderer/state/page-owner';
import { pagesBelow } from '@renderer/state/pages-below';
import type { PageEntry, Piece } from '@renderer/state/pages/page-entry';
import { pageEntries } from '@renderer/state/pages/entries';
import { pageEntryOf, pageTitle, partOfKind, writtenOn } from '@renderer/state/pages/registry';
import type { Page } from '@renderer/state/view-store';
import { filesIn, kindsNamed } from '../../../scripts/kind-names.mjs';
import { InStudio, studioWith } from '../features/studio-for-pages';

let records: readonly AnyRecord[] = [];
beforeAll(async () => {
  Element.prototype.scrollIntoView = () => undefined;
  records = await loadSample('qiche-weixiu', seededRandom(1));
});
afterEach(cleanup);

const idOf = (kind: string) => records.find((record) => record.kind === kind)?.id ?? '';
const named = pageEntries.map((entry) => [entry.part ?? entry.kind, entry] as const);

/** Where an entry is shown with the sample. */
function shown({ kind, part }: PageEntry) {
  const project = projectOf(records);
  const page: Page = { kind: 'record', id: idOf(kind), part };
  return { project, page, id: page.id, part };
}

describe('every page of a record', () => {
  it.each(named)('is a line of the outline that opens it: %s', (_, entry) => {
    const { project, id, part } = shown(entry);
    const rows = outlineRows(project, new Set());
    const row = rows.find(
      (one) => (part === undefined ? one.id : one.parentId) === id && one.part === part,
    );
    expect(row?.name).not.toBe('');
    expect(row).toBeDefined();
  });

  it.each(named)('is gone to from the palette by its name: %s', (_, entry) => {
    const { project, id, part } = shown(entry);
    const studio = studioWith(records);
    if (part === undefined) {
      placesOf(project, (to) => {
        studio.view.getState().select({ record: to });
      })
        .find((place) => place.id === id)
        ?.run();
    } else pageActions.find(({ title }) => title.includes(entry.title ?? ''))?.run(studio);
    expect(studio.view.getState().page).toEqual({ kind: 'record', id, part });
  });

  it.each(named)('is below the page above it, in the menus of the crumbs: %s', (_, entry) => {
    const { project, id, part } = shown(entry);
    const above = part === undefined ? (project.records.get(id)?.parentId ?? null) : id;
    if (above === null) return;
    const below = pagesBelow(project, above).find((one) => one.id === id && one.part === part);
    expect(below?.name).toBe(pageName(project, { kind: 'record', id, part }));
  });

  it.each(named)('has a paper beside it: %s', (_, entry) => {
    const { project, page } = shown(entry);
    expect(paperOfPage(project, page, usualPreview(project, page))).toBeDefined();
  });

  it.each(named)('is come back to, and called the same on the way: %s', (_, entry) => {
    const { project, page } = shown(entry);
    const { view } = studioWith(records);
    view.getState().show(page);
    view.getState().show({ kind: 'settings' });
    view.getState().goBack();
    expect(view.getState().page).toEqual(page);
    view.getState().goBack();
    view.getState().goForward();
    expect(view.getState().page).toEqual(page);
    expect(pageName(project, page)).toMatch(/\p{Script=Han}/u);
  });

  it.each(named)('has a title, and whoever takes pictures is told of it: %s', (name, entry) => {
    const { project, id, part } = shown(entry);
    const place = pagePlace(project, { id, part });
    expect(place && pageTitle(project, place)).toMatch(/\p{Script=Han}/u);
    expect(windowPages()).toContain(`${entry.part === undefined ? 'record' : 'part'}-${name}`);
  });

  it.each(named)('shows what its entry says is written on it: %s', (_, entry) => {
    const { id, part } = shown(entry);
    render(
      <InStudio studio={studioWith(records)}>
        <RecordPage recordId={id} part={part} />
      </InStudio>,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('');
    const places = [...document.querySelectorAll<HTMLElement>('[data-place]')];
    const onPage = places.map(({ dataset }) => dataset.place?.trimEnd());
    for (const field of writtenOn(entry).fields) expect(onPage).toContain(`${id} ${field}`);
  });
});

/** What a form says of fields that there are not. */
function unknown(kind: Kind, piece: Piece | string): readonly string[] {
  if (typeof piece === 'string') return [];
  const missing = (of: Kind, fields: readonly (string | undefined)[]) =>
    fields.filter((field) => field !== undefined && fieldSpec(of, field) === undefined);
  const lacking = (of: Kind, fields: readonly (string | undefined)[]) =>
    missing(of, fields).map((field) => `${of}.${String(field)}`);
  if ('text' in piece) return lacking(kind, [piece.text]);
  if ('items' in piece) return lacking(kind, [piece.items]);
  if ('cells' in piece) {
    return piece.cells.flatMap((cell) =>
      'field' in cell ? lacking(kind, [cell.field, cell.lock]) : [],
    );
  }
  if ('rows' in piece) {
    const { rows, columns = [], example, steps } = piece;
    return lacking(rows, [example, steps, ...columns.map(({ field }) => field)]);
  }
  if (!('of' in piece)) return [];
  return [
    ...lacking(piece.of, [piece.why]),
    ...piece.pieces.flatMap((one) => unknown(piece.of, one)),
  ];
}

describe('the registry of pages', () => {
  it('has an entry for every kind that has a page, and no two pages of one name', () => {
    for (const kind of pageKinds) expect(pageEntryOf(kind), kind).toBeDefined();
    const names = named.map(([name]) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('names only fields that there are', () => {
    expect(
      pageEntries.flatMap(({ kind, form }) => form.flatMap((piece) => unknown(kind, piece))),
    ).toEqual([]);
  });

  it('says of every kind that is a row of a table on which page it stands', () => {
    const rows = kindNames.filter((kind) => kindSpec(kind).role === 'row');
    const written = pageEntries.flatMap((entry) => writtenOn(entry).kinds);
    expect(rows.filter((kind) => !written.includes(kind))).toEqual([]);
    expect(partOfKind('person')).toBe('people');
    expect(partOfKind('qualification')).toBeUndefined();
  });

  const parts = new Set(pageEntries.flatMap(({ part }) => part ?? []));

  it('is the only place in the window that lists pages', () => {
    const lists = filesIn(['renderer'], ['.ts', '.tsx'])
      .filter((file) => !file.startsWith('renderer/state/pages/'))
      .flatMap((file) =>
        kindsNamed(file, parts).lists.map(({ line }) => `${file}:${String(line)}`),
      );
    expect(lists).toEqual([]);
  });

  it('is told of a list kept by hand', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'pages-')), 'planted.ts');
    writeFileSync(
      file,
      `const titles = { people: '人员', terms: '用语' };\nconst two = ['goals', 'advice'];`,
    );
    expect(kindsNamed(file, parts).lists.map(({ line }) => line)).toEqual([1, 2]);
    rmSync(dirname(file), { recursive: true });
  });
});
