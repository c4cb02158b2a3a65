import type { RecordId } from '@shared/core/kernel/id';
import { matchPinyin } from '../../ui/match-pinyin';
import type { OutlineRow } from './outline-rows';

/** What the outline is narrowed to; null and '' leave nothing out. */
export interface Filter {
  /** 汉字, 全拼 or 首字母 of a name. */
  readonly text: string;
  readonly levelId: RecordId | null;
  /** The person who teaches the course. */
  readonly teacherId: RecordId | null;
  readonly finished: boolean | null;
}

export const noFilter: Filter = { text: '', levelId: null, teacherId: null, finished: null };

export function isFiltering({ text, levelId, teacherId, finished }: Filter): boolean {
  return text.trim() !== '' || levelId !== null || teacherId !== null || finished !== null;
}

export interface FilteredRows {
  /** Those that answer to the filter, and those they hang below. */
  readonly rows: readonly OutlineRow[];
  /** How many answer to it themselves. */
  readonly found: number;
}

/** Narrows the outline. `rows` must be unfolded, or what is folded away is not found. */
export function filterRows(rows: readonly OutlineRow[], filter: Filter): FilteredRows {
  if (!isFiltering(filter)) return { rows, found: rows.length };
  const answers = answering(rows, filter);
  const kept: OutlineRow[] = [];
  let found = 0;
  let depth = -1;
  // From the end, so that a row knows whether something below it is kept.
  rows.toReversed().forEach((row, fromEnd) => {
    const answer = answers[rows.length - 1 - fromEnd] === true;
    if (answer) found += 1;
    if (!answer && row.depth >= depth) return;
    kept.push(row);
    depth = row.depth;
  });
  return { rows: kept.reverse(), found };
}

/** Of every row, whether it answers to all of the filter. */
function answering(rows: readonly OutlineRow[], filter: Filter): readonly boolean[] {
  let levelId: RecordId | null = null;
  let course: OutlineRow | null = null;
  return rows.map((row) => {
    if (row.depth <= 1) levelId = row.kind === 'majorLevel' ? row.id : null;
    if (row.kind === 'course') course = row;
    else if (course !== null && row.depth <= course.depth) course = null;
    const teacherId = course?.teacherId ?? null;
    return answersPlace({ levelId, teacherId }, filter) && answersItself(row, filter);
  });
}

function answersPlace(
  place: Pick<Filter, 'levelId' | 'teacherId'>,
  { levelId, teacherId }: Filter,
): boolean {
  return (
    (levelId === null || place.levelId === levelId) &&
    (teacherId === null || place.teacherId === teacherId)
  );
}

function answersItself(row: OutlineRow, { finished, text }: Filter): boolean {
  return (
    (finished === null || row.finished === finished) &&
    (text.trim() === '' || matchPinyin(row.name, text) !== undefined)
  );
}
