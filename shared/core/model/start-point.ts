import { ofOption } from './field';
import { usualWeeklyHours, usualWeeks } from './kinds/schedule';
import type { RecordOf } from './record';

const entryWords = { juniorHigh: '初中', seniorHigh: '高中', intermediateGraduate: '中级工' };
const digits = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 初中起点三年; without 学制: 初中起点. */
export function startPointName({
  entry,
  years,
}: Pick<RecordOf<'startPoint'>, 'entry' | 'years'>): string {
  const start = `${ofOption(entryWords, entry) ?? entry}起点`;
  return years === null ? start : `${start}${digits[years] ?? String(years)}年`;
}

/** Terms of a start point: two a year; 0 when 学制 is not given. */
export function semestersOf({ years }: Pick<RecordOf<'startPoint'>, 'years'>): number {
  return (years ?? 0) * 2;
}

/** Hours one term has room for: 教学周 × 周学时. */
export function termCapacity({
  weeksPerSemester,
  hoursPerWeek,
}: Pick<RecordOf<'startPoint'>, 'weeksPerSemester' | 'hoursPerWeek'>): number {
  return (weeksPerSemester ?? usualWeeks) * (hoursPerWeek ?? usualWeeklyHours);
}

export type Level = RecordOf<'majorLevel'>['level'];

/** Level ranks: a higher level builds on the lower ones. */
const levelRanks: Readonly<Record<Level, number>> = {
  intermediate: 0,
  advanced: 1,
  preTechnician: 2,
};

/** How high a level stands; one of a newer version above those we know. */
export function levelRank(level: string): number {
  return ofOption(levelRanks, level) ?? 3;
}
