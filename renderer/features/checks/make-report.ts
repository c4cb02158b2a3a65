import type { Checked } from '@shared/core/rules/check-project';
import { completeness, completenessByRecord } from '@shared/core/rules/count-completeness';
import { stopsOf } from '@shared/core/rules/next-finding';
import { judgeFindings } from '@shared/core/rules/waivers';
import type { CheckReport } from '../../state/checks-store';

const parts = ['open', 'waived', 'stops', 'unfinished', 'whole', 'counts'] as const;

/**
 * Tells of each report what is not as it was told before: most edits change none of the lists, and
 * taking a long one over costs the window more than everything else about an edit.
 */
export function createTelling(): (report: CheckReport) => Partial<CheckReport> {
  const told = new Map<string, string>();
  return (report) =>
    Object.fromEntries(
      parts.flatMap((name) => {
        const words = JSON.stringify(report[name]);
        if (told.get(name) === words) return [];
        told.set(name, words);
        return [[name, report[name]]];
      }),
    );
}

/** What the window needs to know of a checked project. */
export function reportOf(checked: Checked): CheckReport {
  const { open, waived } = judgeFindings(checked);
  const { done, total, unfinished } = completeness(checked);
  return {
    open,
    waived,
    stops: stopsOf(checked),
    unfinished,
    whole: { done, total },
    counts: [...completenessByRecord(checked)],
  };
}
