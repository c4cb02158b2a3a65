import { expect } from 'vitest';
import { apply, type Change, fits, invert } from '@shared/core/changes/change';
import { idPattern } from '@shared/core/kernel/id';
import { linkFindings } from '@shared/core/model/link-findings';
import { type Project, projectOf } from '@shared/core/model/project';
import { type AnyRecord, parseRecord, storedForm } from '@shared/core/model/record';

/** The records of a project by id, for comparing whole states. */
export function plain(project: Project): Readonly<Record<string, AnyRecord>> {
  return Object.fromEntries([...project.records].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The indexes as plain objects with sorted keys. */
export function indexes({ children, referrers, bytes }: Project) {
  return {
    children: Object.fromEntries([...children].sort(([a], [b]) => (a < b ? -1 : 1))),
    referrers: Object.fromEntries([...referrers].sort(([a], [b]) => (a < b ? -1 : 1))),
    bytes,
  };
}

/** Every id in a project: of records and of the items inside them. */
function allIds(project: Project): readonly string[] {
  return [...project.records.values()].flatMap((record) => [
    record.id,
    ...Object.values(storedForm(record)).flatMap((value) =>
      Array.isArray(value) ? value.map((item: { id?: string }) => item.id ?? '') : [],
    ),
  ]);
}

/** What holds for every change a command makes; answers the state after it. */
export function expectLaws(project: Project, change: Change): Project {
  expect(fits(project, change)).toBe(true);
  const ids = change.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  const after = apply(project, change);
  expect(indexes(after)).toEqual(indexes(projectOf(after.records.values())));

  const back = apply(after, invert(change));
  expect(plain(back)).toEqual(plain(project));
  expect(indexes(back)).toEqual(indexes(project));

  const every = allIds(after);
  expect(new Set(every).size).toBe(every.length);
  for (const part of change) {
    expect(part.id).toMatch(idPattern);
    if (part.after !== null) expect(parseRecord(storedForm(part.after))).toEqual(part.after);
  }
  const known = new Set(linkFindings(project).map(({ finding, record }) => finding + record));
  const found = linkFindings(after).filter(({ finding, record }) => !known.has(finding + record));
  expect(found).toEqual([]);
  return after;
}
