import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import { samples } from '@shared/core/samples/index';
import {
  findEntries,
  type PaletteEntry,
  placesOf,
} from '@renderer/features/palette/palette-entries';

function entry(group: PaletteEntry['group'], title: string, words = ''): PaletteEntry {
  return { id: title, group, title, note: '', keys: '', words, run: () => undefined };
}

const entries = [
  entry('做什么', '打开汽车维护的历史'),
  entry('去哪里', '营运轿车换季维护'),
  entry('去哪里', '汽车维护'),
  entry('做什么', '立即写入文件', '保存'),
];
const titles = (typed: string) => findEntries(entries, typed).map(({ entry: { title } }) => title);

describe('the palette', () => {
  it.each(['qcwh', 'qicheweihu', '汽车维护'])(
    'finds 汽车维护 by %s, the place before the command',
    (typed) => {
      expect(titles(typed)).toEqual(['汽车维护', '打开汽车维护的历史']);
    },
  );

  it('lists the places from the top down, not as they happen to be kept', () => {
    const records = samples[0]?.records(seededRandom(1)) ?? [];
    const listed = (given: typeof records) =>
      placesOf(projectOf(given), () => undefined).map(({ title }) => title);
    expect(listed(records).slice(0, 4)).toEqual(['汽车维修', '中级', '汽车维护', '汽车维护']);
    expect(listed(records)[4]).toBe('新车交付前检查');
    expect(listed(records.toReversed())).toEqual(listed(records));
  });

  it('finds a place by its level and its name, and puts the course before its task', () => {
    const records = samples.find(({ id }) => id === 'qiche-weixiu')?.records(seededRandom(1)) ?? [];
    const places = placesOf(projectOf(records), () => undefined);
    const found = (typed: string) =>
      findEntries(places, typed).map(({ entry: { title, note } }) => `${title}（${note}）`);
    expect(found('高级 初中起点五年')).toEqual(['初中起点五年（起点）']);
    expect(found('gaoji 五年')).toEqual(['初中起点五年（起点）']);
    expect(found('汽车维护').slice(0, 2)).toEqual(['汽车维护（课程）', '汽车维护（典型工作任务）']);
  });

  it('finds a command by another word for it', () => {
    expect(titles('bc')).toEqual(['立即写入文件']);
  });

  it('finds commands only behind >', () => {
    expect(titles('>qcwh')).toEqual(['打开汽车维护的历史']);
  });

  it('shows everything before anything is typed, and nothing when nothing fits', () => {
    expect(titles('')).toHaveLength(4);
    expect(titles('zzzz')).toEqual([]);
  });
});
