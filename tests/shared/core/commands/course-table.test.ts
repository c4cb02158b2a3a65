import { describe, expect, it } from 'vitest';
import { addStartPoint } from '@shared/core/commands/add-start-point';
import { distributeTermHours } from '@shared/core/commands/distribute-term-hours';
import { editField } from '@shared/core/commands/edit-field';
import { fillTermHours } from '@shared/core/commands/fill-term-hours';
import { moveRecord } from '@shared/core/commands/move-record';
import { removeRecords } from '@shared/core/commands/remove-records';
import { setTermHours } from '@shared/core/commands/set-term-hours';
import { linkFindings } from '@shared/core/model/link-findings';
import { childrenOf } from '@shared/core/model/project';
import { cellCount, hoursIn, majorDesk, tableOf } from '../../../helpers/major';

describe('a start point', () => {
  it('comes with the usual years, weeks and hours, each once', () => {
    const { desk, levelId, three } = majorDesk();
    expect(childrenOf(desk.project, levelId, 'startPoint')).toMatchObject([
      { id: three, years: 3, weeksPerSemester: 20, hoursPerWeek: 30 },
    ]);
    expect(desk.refused(addStartPoint, { levelId, entry: 'juniorHigh' }).message).toBe(
      '中级已经有初中起点三年。',
    );
  });
});

describe('writing in a 课程表', () => {
  it('says what was written where, as one step while one cell is typed in', () => {
    const { desk, three, maintenance } = majorDesk();
    const cell = { startPointId: three, courseId: maintenance, term: 2 };
    const { label, group } = desk.do(setTermHours, { ...cell, hours: 180 });
    expect(label).toBe('把课程“汽车维护”在初中起点三年第2学期的学时写为 180');
    expect(group).toBe(`term:${three}:${maintenance}:2`);
    expect(desk.do(setTermHours, { ...cell, hours: 0 }).label).toBe(
      '清空课程“汽车维护”在初中起点三年第2学期的学时',
    );
    expect(cellCount(desk, maintenance)).toBe(0);
  });

  it('refuses terms, courses and hours the table does not have', () => {
    const { desk, three, maintenance, diagnosis } = majorDesk();
    const refused = (cell: { courseId: string; term: number; hours: number }) =>
      desk.refused(setTermHours, { startPointId: three, ...cell }).message;
    expect(refused({ courseId: maintenance, term: 7, hours: 20 })).toBe(
      '初中起点三年只有 6 个学期，没有第 7 学期，没有改动。',
    );
    expect(refused({ courseId: diagnosis, term: 1, hours: 20 })).toBe(
      '课程“故障诊断”不在初中起点三年的课程表里，没有改动。',
    );
    expect(refused({ courseId: maintenance, term: 1, hours: 3.3 })).toContain('0.5');
    desk.do(editField, { id: three, field: 'years', value: null });
    expect(refused({ courseId: maintenance, term: 1, hours: 20 })).toBe(
      '请先填写初中起点的学制，再填写课程表。',
    );
  });

  it('takes a pasted rectangle in one step, whole or not at all', () => {
    const { desk, three, maintenance, engine } = majorDesk();
    const cells = [maintenance, engine].flatMap((courseId) =>
      [1, 2].map((term) => ({ courseId, term, hours: 90 })),
    );
    expect(desk.do(fillTermHours, { startPointId: three, cells }).label).toBe(
      '填写初中起点三年课程表的 4 格学时',
    );
    expect(hoursIn(tableOf(desk, three), engine)).toEqual([90, 90, null, null, null, null]);
    const before = desk.project;
    const wide = [...cells, { courseId: engine, term: 9, hours: 20 }];
    expect(desk.refused(fillTermHours, { startPointId: three, cells: wide }).reason).toBe(
      'no-such-term',
    );
    expect(desk.project).toBe(before);
  });

  it('keeps a locked cell, in words', () => {
    const { desk, three, maintenance } = majorDesk();
    const cell = { startPointId: three, courseId: maintenance, term: 1 };
    desk.do(setTermHours, { ...cell, hours: 60 });
    const [id = ''] = tableOf(desk, three).groups.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.flatMap((one) => one.id ?? [])),
    );
    desk.do(editField, { id, field: 'locked', value: true });
    expect(desk.refused(setTermHours, { ...cell, hours: 80 }).message).toBe(
      '课程“汽车维护”在初中起点三年第1学期的学时锁定为 60，请先解锁。',
    );
    desk.do(setTermHours, { ...cell, term: 2, hours: 10 });
    desk.do(setTermHours, { ...cell, term: 3, hours: 10 });
    desk.do(distributeTermHours, { startPointId: three, courseId: maintenance, way: 'share' });
    expect(hoursIn(tableOf(desk, three), maintenance)).toEqual([60, 60, 60, null, null, null]);
    expect(desk.refused(editField, { id, field: 'term', value: 4 }).reason).toBe('not-editable');
  });
});

describe('分配到学期', () => {
  it('gives what is missing to the next term', () => {
    const { desk, three, maintenance } = majorDesk();
    const next = { startPointId: three, courseId: maintenance, way: 'next' } as const;
    desk.do(setTermHours, { startPointId: three, courseId: maintenance, term: 1, hours: 60 });
    desk.do(distributeTermHours, next);
    expect(hoursIn(tableOf(desk, three), maintenance)).toEqual([60, 120, null, null, null, null]);
    expect(desk.refused(distributeTermHours, next).reason).toBe('nothing-left');
  });

  it('has no next term after the last', () => {
    const { desk, three, maintenance } = majorDesk();
    desk.do(setTermHours, { startPointId: three, courseId: maintenance, term: 6, hours: 60 });
    const next = { startPointId: three, courseId: maintenance, way: 'next' } as const;
    expect(desk.refused(distributeTermHours, next).message).toContain('最后一个学期');
  });

  it('puts a course nobody has placed into the first term with room, or over all of them', () => {
    const { desk, three, maintenance, engine } = majorDesk();
    desk.do(setTermHours, { startPointId: three, courseId: engine, term: 1, hours: 500 });
    const share = { startPointId: three, courseId: maintenance, way: 'share' } as const;
    desk.do(distributeTermHours, share);
    expect(hoursIn(tableOf(desk, three), maintenance)).toEqual([null, 180, null, null, null, null]);
    desk.do(setTermHours, { startPointId: three, courseId: maintenance, term: 2, hours: null });
    desk.do(editField, { id: maintenance, field: 'standardHours', value: 1000 });
    desk.do(distributeTermHours, share);
    const spread = hoursIn(tableOf(desk, three), maintenance);
    expect(spread).toEqual([167, 167, 167, 167, 166, 166]);
  });
});

describe('the hours of a course in its terms', () => {
  function written() {
    const made = majorDesk();
    const { desk, three, five, maintenance } = made;
    for (const startPointId of [three, five]) {
      desk.do(setTermHours, { startPointId, courseId: maintenance, term: 1, hours: 180 });
    }
    return made;
  }

  it('go with the start point, the course and the level, in one step', () => {
    for (const which of ['three', 'maintenance', 'levelId'] as const) {
      const made = written();
      const { desk } = made;
      desk.do(removeRecords, { ids: [made[which]] });
      expect(linkFindings(desk.project)).toEqual([]);
      expect(cellCount(desk, made.maintenance)).toBe(which === 'three' ? 1 : 0);
    }
  });

  it('leave the tables that do not hold a course which has gone to a higher level', () => {
    const { desk, advanced, maintenance, three, five } = written();
    desk.do(moveRecord, { id: maintenance, parentId: advanced, afterId: null });
    expect(cellCount(desk, maintenance)).toBe(1);
    expect(tableOf(desk, three).strays).toEqual([]);
    expect(hoursIn(tableOf(desk, five), maintenance)[0]).toBe(180);
  });

  it('are cells, not links: they are emptied', () => {
    const { desk, maintenance } = written();
    const [cell] = childrenOf(desk.project, maintenance, 'courseTermHours');
    expect(desk.do(editField, { id: cell?.id ?? '', field: 'hours', value: 90 }).label).toBe(
      '把课程“汽车维护”在初中起点三年第1学期的学时从 180 改为 90',
    );
  });
});
