import { addCourse } from '@shared/core/commands/add-course';
import { addLevel } from '@shared/core/commands/add-level';
import { addStartPoint } from '@shared/core/commands/add-start-point';
import { editField } from '@shared/core/commands/edit-field';
import { type CourseTable, courseTable } from '@shared/core/hours/course-table';
import { childrenOf } from '@shared/core/model/project';
import { courseDesk, type Desk } from './course';

/**
 * 汽车维修 with 中级 and 高级: 汽车维护 (180) and 发动机检修 (240) at 中级, 故障诊断 (200) at 高级; 数学 (80) as a
 * general course of 中级; start points 中级 初中三年 and 高级 初中五年.
 */
export function majorDesk() {
  const { desk, levelId, courseId: maintenance } = courseDesk();
  desk.do(editField, { id: maintenance, field: 'standardHours', value: 180 });
  const engine = addedCourse(desk, levelId, ['发动机检修', 240]);
  const maths = addedCourse(desk, levelId, ['数学', 80]);
  desk.do(editField, { id: maths, field: 'courseKind', value: 'public' });
  const advanced = desk.made(addLevel, { level: 'advanced' });
  const diagnosis = addedCourse(desk, advanced, ['故障诊断', 200]);
  const three = desk.made(addStartPoint, { levelId, entry: 'juniorHigh' });
  const five = desk.made(addStartPoint, { levelId: advanced, entry: 'juniorHigh' });
  return { desk, levelId, advanced, maintenance, engine, maths, diagnosis, three, five };
}

function addedCourse(desk: Desk, levelId: string, [name, hours]: readonly [string, number]) {
  const id = desk.made(addCourse, { levelId, name, typicalWorkTaskId: null });
  desk.do(editField, { id, field: 'standardHours', value: hours });
  return id;
}

/** The 课程表 of a start point as the desk stands. */
export function tableOf(desk: Desk, startPointId: string): CourseTable {
  const table = courseTable(desk.project, startPointId);
  if (table === undefined) throw new Error('no table');
  return table;
}

/** The hours of a course in the terms of a table, null where nothing is written. */
export function hoursIn(table: CourseTable, courseId: string): readonly (number | null)[] {
  const rows = table.groups.flatMap((group) => group.rows);
  return rows.find((row) => row.courseId === courseId)?.cells.map(({ hours }) => hours) ?? [];
}

/** How many cells a course has in all tables together. */
export function cellCount(desk: Desk, courseId: string): number {
  return childrenOf(desk.project, courseId, 'courseTermHours').length;
}
