import { describe, expect, it } from 'vitest';
import { filterRows, noFilter } from '@renderer/features/outline/filter-rows';
import type { OutlineRow } from '@renderer/features/outline/outline-rows';
import {
  allBeside,
  meantBy,
  noSelection,
  rangeTo,
  toggled,
} from '@renderer/features/outline/selection';

const row = (id: string, depth: number, given: Partial<OutlineRow> = {}): OutlineRow => ({
  id,
  kind: 'course',
  parentId: null,
  depth,
  tag: '',
  name: id,
  named: true,
  note: '',
  finished: false,
  teacherId: null,
  folds: true,
  open: true,
  ...given,
});
const level = (id: string) => row(id, 1, { kind: 'majorLevel', finished: null });
const course = (id: string, given: Partial<OutlineRow> = {}) =>
  row(id, 3, { parentId: 'le', ...given });
const task = (id: string, parentId: string, finished = false) =>
  row(id, 4, { kind: 'learningTask', parentId, finished });

const rows = [
  row('汽车维修', 0, { kind: 'major', finished: null }),
  level('中级'),
  course('汽车维护', { teacherId: 'pe-wang' }),
  task('更换机油', '汽车维护'),
  task('检查制动', '汽车维护', true),
  level('高级'),
  course('发动机检修', { finished: true }),
  task('更换正时皮带', '发动机检修'),
  row('学校用语', 1, { kind: 'major', part: 'terms', finished: null }),
];
const shown = (given: Partial<typeof noFilter>) =>
  filterRows(rows, { ...noFilter, ...given }).rows.map(({ name }) => name);

describe('narrowing the outline', () => {
  it('finds a name by its characters or by the initials of its pinyin, with what it hangs below', () => {
    expect(shown({ text: '制动' })).toEqual(['汽车维修', '中级', '汽车维护', '检查制动']);
    expect(shown({ text: 'zspd' })).toEqual(['汽车维修', '高级', '发动机检修', '更换正时皮带']);
  });

  it('shows one level whole, and nothing that comes after it', () => {
    expect(shown({ levelId: '高级' })).toEqual(['汽车维修', '高级', '发动机检修', '更换正时皮带']);
  });

  it('shows the courses of a teacher with their tasks', () => {
    expect(shown({ teacherId: 'pe-wang' })).toEqual([
      ...['汽车维修', '中级', '汽车维护', '更换机油', '检查制动'],
    ]);
  });

  it('shows what is finished, and what is not', () => {
    expect(shown({ finished: true })).toEqual([
      ...['汽车维修', '中级', '汽车维护', '检查制动', '高级', '发动机检修'],
    ]);
    expect(shown({ finished: false, levelId: '高级' })).toContain('更换正时皮带');
  });

  it('asks for everything at once, and says how many answer', () => {
    const filter = { ...noFilter, text: '更换', levelId: '中级', finished: false };
    expect(filterRows(rows, filter).found).toBe(1);
    expect(filterRows(rows, noFilter).rows).toBe(rows);
  });
});

describe('picking rows', () => {
  const [, , maintenance, oil, brakes, , , belt] = rows as [
    ...[OutlineRow, OutlineRow, OutlineRow, OutlineRow, OutlineRow, OutlineRow, OutlineRow],
    OutlineRow,
  ];
  const ids = (selection: { readonly ids: ReadonlySet<string> }) => [...selection.ids];

  it('adds a row to the one that was meant, and lets it go again', () => {
    const both = toggled(noSelection, brakes, oil.id);
    expect(ids(both)).toEqual([oil.id, brakes.id]);
    expect(ids(toggled(both, brakes, null))).toEqual([oil.id]);
  });

  it('picks a range up or down from where it began, without what cannot be moved', () => {
    const down = rangeTo(rows, noSelection, { from: oil.id, to: belt.id });
    expect(ids(down)).toEqual(['更换机油', '检查制动', '高级', '发动机检修', '更换正时皮带']);
    const up = rangeTo(rows, down, { from: null, to: maintenance.id });
    expect(ids(up)).toEqual(['汽车维护', '更换机油']);
  });

  it('picks all neighbours, and means them all only where one of them has the focus', () => {
    const beside = allBeside(rows, oil);
    expect(meantBy(rows, beside, brakes).map(({ id }) => id)).toEqual([oil.id, brakes.id]);
    expect(meantBy(rows, beside, belt)).toEqual([belt]);
  });
});
