import type { RecordId } from '@shared/core/kernel/id';
import type { Checked } from '@shared/core/rules/check-project';
import { completeness } from '@shared/core/rules/count-completeness';
import { stopsOf } from '@shared/core/rules/next-finding';
import { judgeFindings } from '@shared/core/rules/waivers';
import type { CheckReport, PlaceCount } from '../../state/checks-store';

const parts = ['open', 'waived', 'stops', 'unfinished', 'counts'] as const;

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
  return {
    open,
    waived,
    stops: stopsOf(checked),
    unfinished: completeness(checked).unfinished,
    counts: countsOf(checked),
  };
}

function countsOf({ memos }: Checked): readonly PlaceCount[] {
  const counts = new Map<RecordId, PlaceCount>();
  for (const { places } of memos.values()) {
    for (const { recordId, filled } of places) {
      const [, done, total] = counts.get(recordId) ?? [recordId, 0, 0];
      counts.set(recordId, [recordId, done + (filled ? 1 : 0), total + 1]);
    }
  }
  return [...counts.values()];
}
