import type { RecordId } from '../kernel/id';
import { childrenOf, findOf, type Project, referrersOf } from '../model/project';
import type { KnownRecord, RecordOf } from '../model/record';
import { levelRank } from '../model/start-point';
import type { Draft } from './draft';
import { removeWithAll } from './removal';

/**
 * A course or start point that goes to another level leaves the 课程表 that will not hold it any more:
 * the hours written there go with it.
 */
export function dropLostTerms(draft: Draft, record: KnownRecord, parentId: RecordId | null): void {
  const { project } = draft;
  const rank = rankOf(project, parentId);
  if (rank === undefined || record.parentId === parentId) return;
  for (const cell of cellsOf(project, record)) {
    const start = findOf(project, 'startPoint', cell.startPointId);
    const course = findOf(project, 'course', cell.parentId);
    const startRank = start?.id === record.id ? rank : rankOf(project, start?.parentId ?? null);
    const courseRank = course?.id === record.id ? rank : rankOf(project, course?.parentId ?? null);
    if (startRank === undefined || courseRank === undefined) continue;
    if (courseRank > startRank) removeWithAll(draft, [cell.id]);
  }
}

function rankOf(project: Project, levelId: RecordId | null): number | undefined {
  const level = findOf(project, 'majorLevel', levelId)?.level;
  return level === undefined ? undefined : levelRank(level);
}

function cellsOf(project: Project, record: KnownRecord): readonly RecordOf<'courseTermHours'>[] {
  if (record.kind === 'course') return childrenOf(project, record.id, 'courseTermHours');
  return record.kind === 'startPoint' ? referrersOf(project, record.id, 'courseTermHours') : [];
}
