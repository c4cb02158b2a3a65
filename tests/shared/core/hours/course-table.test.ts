import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addStartPoint } from '@shared/core/commands/add-start-point';
import { editField } from '@shared/core/commands/edit-field';
import { fillTermHours } from '@shared/core/commands/fill-term-hours';
import { setTermHours } from '@shared/core/commands/set-term-hours';
import { courseTable, courseTables } from '@shared/core/hours/course-table';
import { isOf } from '@shared/core/model/record';
import { semestersOf, termCapacity } from '@shared/core/model/start-point';
import { hoursIn, majorDesk, tableOf } from '../../../helpers/major';
import { randomProject } from '../../../helpers/random-project';

describe('the 课程表 of a start point', () => {
  it('has two terms a year and room for 20 weeks of 30 hours in each', () => {
    const caps = [3, 4, 5, 6].map((years) => {
      const start = { years, weeksPerSemester: null, hoursPerWeek: null };
      return semestersOf(start) * termCapacity(start);
    });
    expect(caps).toEqual([3_600, 4_800, 6_000, 7_200]);
  });

  it('lists the kinds of courses in the official order, and the lower courses with the higher', () => {
    const { desk, three, five } = majorDesk();
    const names = (id: string) =>
      tableOf(desk, id).groups.map(({ courseKind, rows }) => [
        courseKind,
        ...rows.map(({ name }) => name),
      ]);
    expect(names(three)).toEqual([
      ['public', '数学'],
      ['integrated', '汽车维护', '发动机检修'],
    ]);
    expect(names(five)).toEqual([
      ['public', '数学'],
      ['integrated', '汽车维护', '发动机检修', '故障诊断'],
    ]);
    expect(tableOf(desk, five)).toMatchObject({ name: '初中起点五年', semesters: 10 });
    expect(courseTables(desk.project).map(({ name }) => name)).toEqual([
      '初中起点三年',
      '初中起点五年',
    ]);
  });

  it('leaves out the 中级 courses for those who are 中级工 already', () => {
    const { desk, advanced } = majorDesk();
    const start = desk.made(addStartPoint, { levelId: advanced, entry: 'intermediateGraduate' });
    const table = tableOf(desk, start);
    expect(table).toMatchObject({ name: '中级工起点两年', semesters: 4 });
    expect(table.groups.flatMap(({ rows }) => rows.map(({ name }) => name))).toEqual(['故障诊断']);
  });

  it('is silent while nothing is written in it', () => {
    const { desk, three } = majorDesk();
    expect(tableOf(desk, three)).toMatchObject({ standard: 420, sum: 0, imbalances: [] });
  });

  it('splits 汽车维护 60 + 120 and names both places when a term lacks hours (HRS-04)', () => {
    const { desk, three, maintenance, engine } = majorDesk();
    const write = (courseId: string, term: number, hours: number) =>
      desk.do(setTermHours, { startPointId: three, courseId, term, hours });
    write(maintenance, 1, 60);
    write(maintenance, 2, 100);
    write(engine, 3, 240);
    expect(tableOf(desk, three).imbalances).toMatchObject([
      {
        rule: 'HRS-04',
        first: { id: maintenance, label: '“汽车维护”的基准学时' },
        second: { label: '初中起点三年的学期学时' },
        message:
          '“汽车维护”基准学时 180，初中起点三年各学期合计 160，少 20。请改基准学时或某一学期的学时。',
      },
    ]);
    write(maintenance, 2, 120);
    expect(tableOf(desk, three)).toMatchObject({
      standard: 420,
      terms: [60, 120, 240, 0, 0, 0],
      sum: 420,
      imbalances: [],
    });
  });

  it('names a term that is fuller than its weeks (HRS-06)', () => {
    const { desk, three, engine, maths } = majorDesk();
    const cells = [
      { courseId: engine, term: 1, hours: 240 },
      { courseId: maths, term: 1, hours: 400 },
    ];
    desk.do(fillTermHours, { startPointId: three, cells });
    const full = () => tableOf(desk, three).imbalances.filter(({ rule }) => rule === 'HRS-06');
    expect(full()).toMatchObject([{ first: { id: three }, term: 1 }]);
    expect(full()[0]?.message).toContain('第1学期合计 640 学时，超过 600 学时');
    desk.do(editField, { id: three, field: 'hoursPerWeek', value: 32 });
    expect(full()).toEqual([]);
  });

  it('names hours in a term that is gone when 学制 gets shorter (HRS-07), and counts them nowhere', () => {
    const { desk, three, maintenance } = majorDesk();
    desk.do(setTermHours, { startPointId: three, courseId: maintenance, term: 6, hours: 180 });
    desk.do(editField, { id: three, field: 'years', value: 2 });
    const table = tableOf(desk, three);
    expect(table.sum).toBe(0);
    expect(table.strays).toHaveLength(1);
    expect(table.imbalances.map(({ rule }) => rule)).toEqual(['HRS-07']);
    expect(table.imbalances[0]?.message).toContain('“汽车维护”有 180 学时写在初中起点两年第6学期');
  });

  it('counts a general course only where its pupils have it', () => {
    const { desk, three, maths } = majorDesk();
    expect(tableOf(desk, three).standard).toBe(420);
    desk.do(setTermHours, { startPointId: three, courseId: maths, term: 1, hours: 80 });
    expect(tableOf(desk, three).standard).toBe(500);
    expect(hoursIn(tableOf(desk, three), maths)).toEqual([80, null, null, null, null, null]);
  });

  it('agrees in every sum with what is counted straight from the records', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const project = randomProject(seed);
        for (const start of project.records.values()) {
          if (!isOf(start, 'startPoint')) continue;
          const table = courseTable(project, start.id);
          const rows = table?.groups.flatMap((group) => group.rows) ?? [];
          const shown = new Set(rows.map(({ courseId }) => courseId));
          const terms = Array.from({ length: (start.years ?? 0) * 2 }, () => 0);
          for (const cell of project.records.values()) {
            if (!isOf(cell, 'courseTermHours') || cell.startPointId !== start.id) continue;
            const index = (cell.term ?? 0) - 1;
            if (!shown.has(cell.parentId ?? '') || terms[index] === undefined) continue;
            terms[index] += cell.hours ?? 0;
          }
          expect(table?.terms).toEqual(terms);
          const total = terms.reduce((all, one) => all + one, 0);
          expect(table?.sum).toBe(total);
          expect(rows.reduce((all, { sum }) => all + sum, 0)).toBe(total);
          expect(table?.groups.reduce((all, { sum }) => all + sum, 0)).toBe(total);
        }
      }),
      { numRuns: 150 },
    );
  });
});
