import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, invert } from '@shared/core/changes/change';
import { addListItem } from '@shared/core/commands/add-list-item';
import { editField } from '@shared/core/commands/edit-field';
import { replaceText } from '@shared/core/commands/replace-text';
import { longestText } from '@shared/core/model/field';
import { find } from '@shared/core/model/project';
import { planReplace } from '@shared/core/search/plan-replace';
import { hitKey, searchProject } from '@shared/core/search/search-project';
import { courseDesk } from '../../../helpers/course';
import { expectLaws, plain } from '../../../helpers/laws';
import { randomProject } from '../../../helpers/random-project';

const loosely = { matchCase: false, matchWidth: false };
const exactly = { matchCase: true, matchWidth: true };

function written() {
  const made = courseDesk();
  const { desk, workTaskId, courseId } = made;
  desk.do(editField, {
    id: workTaskId,
    field: 'description',
    value: '领取派工单，连接ＯＢＤ诊断仪。\n用obd读取数据，交付验收。',
  });
  desk.do(addListItem, {
    id: workTaskId,
    field: 'tools',
    afterItemId: null,
    text: 'OBD 诊断仪',
  });
  desk.do(editField, { id: courseId, field: 'contentsIntro', value: '主要学习内容：' });
  return made;
}

describe('searching the project', () => {
  it('finds words in fields and lists, whatever case and width they are typed in', () => {
    const { desk, workTaskId } = written();
    const hits = searchProject(desk.project, 'obd', loosely);
    expect(hits.map(({ field, matched }) => [field, matched])).toEqual([
      ['description', 'ＯＢＤ'],
      ['description', 'obd'],
      ['tools', 'OBD'],
    ]);
    expect(hits.every(({ record }) => record === workTaskId)).toBe(true);
    expect(hits[2]?.item).toMatch(/^it/);
  });

  it('tells case and width apart when asked to', () => {
    const { desk } = written();
    const hits = searchProject(desk.project, 'OBD', exactly);
    expect(hits.map(({ field }) => field)).toEqual(['tools']);
  });

  it('shows what stands around the words and where exactly they stand', () => {
    const { desk } = written();
    const [hit] = searchProject(desk.project, '诊断仪', loosely);
    expect(hit).toMatchObject({ before: '领取派工单，连接ＯＢＤ', matched: '诊断仪' });
    expect(hit?.after.startsWith('。\n用obd')).toBe(true);
  });

  it('goes through the project in the order of the pages', () => {
    const { desk, workTaskId, courseId, taskIds } = written();
    const hits = searchProject(desk.project, '换', loosely).map(({ record }) => record);
    const names = searchProject(desk.project, '汽车', loosely).map(({ record }) => record);
    expect(names.indexOf(workTaskId)).toBeLessThan(names.indexOf(courseId));
    expect(hits.filter((id) => taskIds.includes(id))).toEqual([taskIds[0], taskIds[1]]);
  });

  it('finds names by pinyin when it is given a way to, but not other texts', () => {
    const { desk, taskIds } = written();
    const nameMatcher = (name: string) => (name === '更换机油' ? { start: 2, end: 4 } : null);
    const hits = searchProject(desk.project, 'jy', { ...loosely, nameMatcher });
    expect(hits).toMatchObject([{ record: taskIds[0], matched: '机油', by: 'pinyin' }]);
  });

  it('finds nothing for nothing', () => {
    expect(searchProject(written().desk.project, '', loosely)).toEqual([]);
  });
});

describe('replacing what was found', () => {
  it('shows each text before and after, and is one change', () => {
    const { desk } = written();
    const hits = searchProject(desk.project, 'obd', loosely);
    const plan = planReplace(desk.project, hits, { replacement: '故障' });
    expect(plan.count).toBe(3);
    expect(plan.rows.map(({ after, count }) => [after, count])).toEqual([
      ['领取派工单，连接故障诊断仪。\n用故障读取数据，交付验收。', 2],
      ['故障 诊断仪', 1],
    ]);
    expect(plan.change).toHaveLength(1);
  });

  it('leaves alone what was unticked', () => {
    const { desk, workTaskId } = written();
    const hits = searchProject(desk.project, 'obd', loosely);
    const excluded = [hitKey(hits[0]!), hitKey(hits[2]!)];
    const { label } = desk.do(replaceText, { hits, replacement: 'OBD', excluded });
    expect(label).toBe('把 1 处“ＯＢＤ”替换为“OBD”');
    expect(find(desk.project, workTaskId)).toMatchObject({
      description: '领取派工单，连接ＯＢＤ诊断仪。\n用OBD读取数据，交付验收。',
    });
  });

  it('skips a text that would grow too long, and says so', () => {
    const { desk, workTaskId } = written();
    desk.do(editField, { id: workTaskId, field: 'description', value: '换'.repeat(longestText) });
    const hits = searchProject(desk.project, '换', loosely);
    const { rows } = planReplace(desk.project, hits, { replacement: '更换' });
    const long = rows.find(({ field }) => field === 'description');
    expect(long?.skipped).toMatch(/超过/);
    expect(rows.filter(({ skipped }) => skipped === null).length).toBeGreaterThan(0);
  });

  it('skips a text that was changed since, one that is gone, and names found by pinyin', () => {
    const { desk, workTaskId, taskIds } = written();
    const nameMatcher = () => ({ start: 0, end: 2 });
    const hits = searchProject(desk.project, 'obd', { ...loosely, nameMatcher });
    desk.do(editField, { id: workTaskId, field: 'description', value: '改过了' });
    const { rows } = planReplace(desk.project, hits, { replacement: '诊断' });
    const why = (id: string, field: string) =>
      rows.find((row) => row.record === id && row.field === field)?.skipped;
    expect(why(workTaskId, 'description')).toBe('这里的文字刚刚改过，请重新查找。');
    expect(why(taskIds[0], 'name')).toBe('按拼音找到的名称不替换。');
    expect(why(workTaskId, 'tools')).toBeNull();
  });

  it('is refused with the reason when nothing is left to replace', () => {
    const { desk } = written();
    const hits = searchProject(desk.project, '派工单', loosely);
    const { message } = desk.refused(replaceText, { hits, replacement: '派工单' });
    expect(message).toBe('没有可以替换的地方：替换前后一样。');
    expect(desk.refused(replaceText, { hits: [], replacement: '' }).message).toMatch(/没有找到/);
  });

  it('keeps every law, leaves no occurrence behind and can be undone, on any project', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom('维修', '检', '“', 'l', '𠮷', '0.5 L'),
        (seed, query) => {
          const project = randomProject(seed);
          const hits = searchProject(project, query, loosely);
          const { change, rows } = planReplace(project, hits, { replacement: '■' });
          const after = expectLaws(project, change);
          expect(rows.every(({ skipped }) => skipped === null)).toBe(true);
          expect(searchProject(after, query, loosely)).toEqual([]);
          expect(searchProject(after, '■', exactly)).toHaveLength(hits.length);
          expect(plain(apply(after, invert(change)))).toEqual(plain(project));
        },
      ),
      { numRuns: 40 },
    );
  });
});
