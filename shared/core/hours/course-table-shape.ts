import type { RecordId } from '../kernel/id';
import type { RecordOf } from '../model/record';
import type { Level } from '../model/start-point';
import type { Side } from './distribute';

/** Two places of a 课程表 that do not fit together; changing either mends it. Rule ids: `domain/rules.md` D. */
export interface CourseTableImbalance {
  readonly rule: 'HRS-04' | 'HRS-06' | 'HRS-07';
  readonly first: Side;
  readonly second: Side;
  /** The term it is about; null = the row as a whole. */
  readonly term: number | null;
  readonly message: string;
}

export type CourseKind = RecordOf<'course'>['courseKind'];

/** One cell of a 课程表. */
export interface TermCell {
  /** 1 = 第1学期. */
  readonly term: number;
  /** null = nothing written. */
  readonly hours: number | null;
  readonly locked: boolean;
  /** Id of the courseTermHours; null while nothing is written. */
  readonly id: RecordId | null;
}

export interface CourseRow {
  readonly courseId: RecordId;
  readonly name: string;
  readonly level: Level;
  readonly courseKind: CourseKind;
  /** 基准学时; where a course has none, what its learning tasks add up to; null when neither is known. */
  readonly standard: number | null;
  readonly cells: readonly TermCell[];
  readonly sum: number;
  /** standard − sum: positive = the terms lack hours. */
  readonly difference: number;
  /** False for a course of other kinds that these pupils have no hours of: the paper leaves it out. */
  readonly taken: boolean;
}

/** Sums over rows that are taken: 基准学时, one for each term, and all terms together. */
export interface Sums {
  readonly standard: number;
  readonly terms: readonly number[];
  readonly sum: number;
}

export interface CourseGroup extends Sums {
  readonly courseKind: CourseKind;
  readonly rows: readonly CourseRow[];
}

/** 课程表 of one level × start point, computed whole; nothing in it is typed but the cells. */
export interface CourseTable extends Sums {
  readonly startPointId: RecordId;
  readonly levelId: RecordId;
  readonly level: Level;
  /** 初中起点三年 */
  readonly name: string;
  readonly semesters: number;
  /** Hours one term has room for (HRS-06). */
  readonly capacity: number;
  /** In the official order; kinds without courses are left out. */
  readonly groups: readonly CourseGroup[];
  /** What is written for a course or term that this table does not have (HRS-07, LVL-06). */
  readonly strays: readonly RecordOf<'courseTermHours'>[];
  readonly imbalances: readonly CourseTableImbalance[];
}
