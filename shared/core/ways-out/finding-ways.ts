import { courseTables } from '../hours/course-table';
import type { Project } from '../model/project';
import type { Finding } from '../rules/check-project';
import { courseWays } from './course-ways';
import { shareWays } from './share-ways';
import { tableWays } from './table-ways';
import type { WayOut } from './way-out';

/**
 * The ways out of what a rule of hours or shares has found; none for other rules. Where the rule has a
 * fix of its own, that one is left out.
 */
export function findingWays(project: Project, finding: Finding): readonly WayOut[] {
  switch (finding.ruleId) {
    case 'HRS-01':
      return withoutFirst(finding, courseWays(project, finding.record));
    case 'ASM-02':
      return withoutFirst(finding, shareWays(project, finding.record));
    case 'HRS-04':
    case 'HRS-06':
    case 'HRS-07':
      return imbalanceWays(project, finding);
    default:
      return [];
  }
}

/** The fix of the rule and the first way are the same: in proportion. */
function withoutFirst({ fixable }: Finding, ways: readonly WayOut[]): readonly WayOut[] {
  return fixable ? ways.slice(1) : ways;
}

function imbalanceWays(project: Project, { ruleId, message }: Finding): readonly WayOut[] {
  for (const table of courseTables(project)) {
    const imbalance = table.imbalances.find(
      (one) => one.rule === ruleId && one.message === message,
    );
    if (imbalance !== undefined) return tableWays(project, table, imbalance);
  }
  return [];
}
