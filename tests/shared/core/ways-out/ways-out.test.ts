import { describe, expect, it } from 'vitest';
import { editField } from '@shared/core/commands/edit-field';
import { fillTermHours } from '@shared/core/commands/fill-term-hours';
import { link } from '@shared/core/commands/link';
import { assessmentShares } from '@shared/core/hours/assessment-weights';
import { courseHours } from '@shared/core/hours/course-hours';
import { childrenOf, onlyChildOf } from '@shared/core/model/project';
import { checkProject } from '@shared/core/rules/check-project';
import { courseWays } from '@shared/core/ways-out/course-ways';
import { findingWays } from '@shared/core/ways-out/finding-ways';
import { shareWays } from '@shared/core/ways-out/share-ways';
import { tableWays } from '@shared/core/ways-out/table-ways';
import { taskBalance, taskWays } from '@shared/core/ways-out/task-ways';
import { takeWayOut, type WayOut } from '@shared/core/ways-out/way-out';
import { courseDesk, type Desk } from '../../../helpers/course';
import { hoursIn, majorDesk, tableOf } from '../../../helpers/major';

const words = (ways: readonly WayOut[]) => ways.map(({ label, result }) => `${label}：${result}`);

function wayNamed(ways: readonly WayOut[], label: string): WayOut {
  const way = ways.find((one) => one.label === label);
  if (way === undefined) throw new Error(`no way ${label}`);
  return way;
}

function courseOf(hours: readonly (number | null)[], standard: number) {
  const { desk, courseId } = courseDesk();
  const tasks = childrenOf(desk.project, courseId, 'learningTask');
  hours.forEach((value, index) => {
    desk.do(editField, { id: tasks[index]?.id ?? '', field: 'standardHours', value });
  });
  desk.do(editField, { id: courseId, field: 'standardHours', value: standard });
  const lock = (index: number) =>
    desk.do(editField, { id: tasks[index]?.id ?? '', field: 'hoursLocked', value: true });
  return { desk, courseId, lock };
}

describe('learning tasks that make 170 of 180 hours', () => {
  it('get three ways out, each with what would stand there', () => {
    const { desk, courseId } = courseOf([40, 60, 70], 180);
    expect(words(courseWays(desk.project, courseId))).toEqual([
      '按比例补足：T1 40→42、T2 60→64、T3 70→74',
      '全给 T3：T3 70→80',
      '基准改 170：基准学时 180→170',
    ]);
  });

  it('stand as the chosen way said', () => {
    for (const label of ['按比例补足', '全给 T3', '基准改 170']) {
      const { desk, courseId } = courseOf([40, 60, 70], 180);
      desk.do(takeWayOut, wayNamed(courseWays(desk.project, courseId), label));
      expect(courseHours(desk.project, courseId)?.difference).toBe(0);
      expect(courseWays(desk.project, courseId)).toEqual([]);
    }
  });

  it('leave locked tasks alone', () => {
    const { desk, courseId, lock } = courseOf([40, 60, 70], 180);
    lock(2);
    expect(words(courseWays(desk.project, courseId))).toEqual([
      '按比例补足：T1 40→44、T2 60→66',
      '全给 T2：T2 60→70',
      '基准改 170：基准学时 180→170',
    ]);
  });

  it('take what is too much from the largest', () => {
    const { desk, courseId } = courseOf([40, 80, 70], 180);
    expect(words(courseWays(desk.project, courseId))[1]).toBe('只减 T2：T2 80→70');
  });
});

describe('objectives that have more hours than their task', () => {
  it('share them evenly again, or the task follows', () => {
    const { desk, courseId } = courseOf([40, 60, 80], 180);
    const [task] = childrenOf(desk.project, courseId, 'learningTask');
    const taskId = task?.id ?? '';
    for (const { id } of childrenOf(desk.project, courseId, 'courseObjective')) {
      const mapping = desk.made(link, { kind: 'objectiveTask', fromId: id, toId: taskId });
      desk.do(editField, { id: mapping, field: 'hours', value: 25 });
    }
    expect(taskBalance(desk.project, taskId)).toEqual({ standard: 40, sum: 50, difference: -10 });
    const ways = taskWays(desk.project, taskId);
    expect(words(ways)).toEqual(['各目标平分：2 条各 20 学时', '参考学时改 50：参考学时 40→50']);
    desk.do(takeWayOut, wayNamed(ways, '各目标平分'));
    expect(taskBalance(desk.project, taskId)?.difference).toBe(0);
  });
});

describe('shares that make 90 %', () => {
  it('are filled up in proportion or by one task', () => {
    const { desk, courseId } = courseOf([60, 60, 60], 180);
    const assessment = onlyChildOf(desk.project, courseId, 'courseAssessment');
    const id = assessment?.id ?? '';
    [20, 30, 40].forEach((value, index) => {
      const share = assessmentShares(desk.project, id).parts[index];
      desk.do(editField, { id: share?.id ?? '', field: 'percent', value });
    });
    const ways = shareWays(desk.project, id);
    expect(words(ways)).toEqual(['按比例补足：T1 20→22、T2 30→33、T3 40→45', '全给 T3：T3 40→50']);
    desk.do(takeWayOut, wayNamed(ways, '全给 T3'));
    expect(assessmentShares(desk.project, id).sum).toBe(100);
  });
});

describe('a 课程表 that is not even', () => {
  const waysOf = (desk: Desk, start: string, rule = 'HRS-04') => {
    const table = tableOf(desk, start);
    const imbalance = table.imbalances.find((one) => one.rule === rule);
    if (imbalance === undefined) throw new Error('all is even');
    return tableWays(desk.project, table, imbalance);
  };

  it('offers to fill up in proportion, in one term, or to change the 基准学时', () => {
    const { desk, three, maintenance } = majorDesk();
    const cells = [
      { courseId: maintenance, term: 1, hours: 60 },
      { courseId: maintenance, term: 2, hours: 100 },
    ];
    desk.do(fillTermHours, { startPointId: three, cells });
    const ways = waysOf(desk, three);
    expect(ways.map(({ label }) => label)).toEqual(['按比例补足', '全给第2学期', '基准改 160']);
    expect(wayNamed(ways, '全给第2学期').result).toBe('第2学期 100→120');
    desk.do(takeWayOut, wayNamed(ways, '按比例补足'));
    expect(hoursIn(tableOf(desk, three), maintenance).slice(0, 2)).toEqual([68, 112]);
  });

  it('places a course that is in no term yet, and does not take its hours away', () => {
    const { desk, three, maintenance } = majorDesk();
    const cells = [{ courseId: maintenance, term: 1, hours: 180 }];
    desk.do(fillTermHours, { startPointId: three, cells });
    expect(words(waysOf(desk, three))).toEqual(['排在第1学期：第1学期 —→240']);
  });

  it('moves hours out of a term that is too full, or lets the weeks have more', () => {
    const { desk, three, maintenance } = majorDesk();
    desk.do(editField, { id: maintenance, field: 'standardHours', value: 610 });
    const cells = [{ courseId: maintenance, term: 1, hours: 610 }];
    desk.do(fillTermHours, { startPointId: three, cells });
    const ways = waysOf(desk, three, 'HRS-06');
    expect(words(ways)).toEqual([
      '“汽车维护”移 10 到第2学期：第1学期 610→600、第2学期 —→10',
      '每周学时改 31：每学期 600→620 学时',
    ]);
    desk.do(takeWayOut, wayNamed(ways, '“汽车维护”移 10 到第2学期'));
    expect(tableOf(desk, three).imbalances.filter(({ rule }) => rule === 'HRS-06')).toEqual([]);
  });

  it('makes the years longer when hours stand in a term the table does not have', () => {
    const { desk, three, maintenance } = majorDesk();
    const cells = [{ courseId: maintenance, term: 6, hours: 180 }];
    desk.do(fillTermHours, { startPointId: three, cells });
    desk.do(editField, { id: three, field: 'years', value: 2 });
    const table = tableOf(desk, three);
    const stray = table.imbalances.find(({ rule }) => rule === 'HRS-07');
    if (stray === undefined) throw new Error('nothing strays');
    expect(words(tableWays(desk.project, table, stray))).toEqual([
      '学制改 3 年：4 个学期→6 个学期',
    ]);
  });
});

describe('a finding about hours', () => {
  it('has the further ways beside what the rule would do itself', () => {
    const { desk, courseId } = courseOf([40, 60, 70], 180);
    const finding = checkProject(desk.project).findings.find(({ ruleId }) => ruleId === 'HRS-01');
    if (finding === undefined) throw new Error('nothing found');
    expect(finding.record).toBe(courseId);
    expect(findingWays(desk.project, finding).map(({ label }) => label)).toEqual([
      '全给 T3',
      '基准改 170',
    ]);
  });

  it('finds the place of the 课程表 it speaks of', () => {
    const { desk, three, maintenance } = majorDesk();
    const cells = [
      { courseId: maintenance, term: 1, hours: 60 },
      { courseId: maintenance, term: 2, hours: 100 },
    ];
    desk.do(fillTermHours, { startPointId: three, cells });
    const found = checkProject(desk.project).findings.filter(({ ruleId }) => ruleId === 'HRS-04');
    const labels = found.map((one) => findingWays(desk.project, one).map(({ label }) => label));
    expect(labels).toContainEqual(['按比例补足', '全给第2学期', '基准改 160']);
    expect(labels.every((ways) => ways.length > 0)).toBe(true);
  });
});
