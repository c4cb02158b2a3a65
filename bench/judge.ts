import type { Finding } from './measure';

/**
 * What `npm run bench` holds us to. A limit in milliseconds is scaled by how fast the calibration loop
 * ran in the same process; a ratio is to the same work done by something else in the same run.
 */

/** Milliseconds of the loop in `calibrate.ts`, quietest of many, on a quiet two-core machine. */
export const quietCalibration = 17;

export type Limit =
  | { readonly value: string; readonly milliseconds: number }
  | { readonly value: string; readonly times: number; readonly of: string }
  | { readonly value: string; readonly most: number };

export const budgets: Readonly<Record<string, readonly Limit[]>> = {
  edit: [
    { value: 'p95', milliseconds: 16 },
    { value: 'longest', milliseconds: 50 },
    { value: 'p95', times: 4, of: 'the same edit in a project of one course' },
    { value: 'p95', times: 1, of: 'copying a plain Map of the records once' },
  ],
  typing: [
    { value: 'p95', milliseconds: 16 },
    { value: 'longest', milliseconds: 50 },
  ],
  settling: [{ value: 'longest', milliseconds: 50 }],
  outline: [
    { value: 'p95', milliseconds: 8 },
    { value: 'mountedRows', most: 200 },
  ],
  'typing-sample': [
    { value: 'p95', milliseconds: 16 },
    { value: 'longest', milliseconds: 50 },
  ],
  'typing-sample-settling': [{ value: 'longest', milliseconds: 50 }],
  'typing-sample-outline': [
    { value: 'p95', milliseconds: 8 },
    { value: 'mountedRows', most: 200 },
  ],
  preview: [
    { value: 'p95', milliseconds: 8 },
    { value: 'missed', most: 0 },
  ],
  rules: [{ value: 'p95', milliseconds: 100 }],
  memory: [
    { value: 'megabytes', times: 1.1, of: 'the project after 20000 edits' },
    { value: 'bytesPerStep', most: 1024 },
  ],
  open: [{ value: 'milliseconds', milliseconds: 1000 }],
  start: [{ value: 'milliseconds', times: 1.5, of: 'an empty Electron window' }],
  export: [
    { value: 'milliseconds', times: 1.5, of: 'bare docx given ready strings' },
    { value: 'milliseconds', times: 1, of: 'python-docx given ready strings' },
  ],
};

/** One limit, held against what was measured. */
export interface Verdict {
  readonly value: string;
  /** What the value is a multiple of. */
  readonly of: string;
  readonly actual: number;
  readonly allowed: number;
  readonly ok: boolean;
}

/**
 * Holds a finding against its limits; `calibration` in milliseconds. A number that is missing is not
 * within its limit, and work without a limit is not judged fit.
 */
export function judge(
  finding: Finding,
  calibration: number,
  limits: readonly Limit[] = budgets[finding.id] ?? [],
): { readonly verdicts: readonly Verdict[]; readonly ok: boolean } {
  const verdicts = limits.map((limit) => verdictOn(finding, calibration, limit));
  return { verdicts, ok: verdicts.length > 0 && verdicts.every(({ ok }) => ok) };
}

/** Each baseline's share: how many times longer our work takes. */
export function ratios({ measured, baselines }: Finding): Readonly<Record<string, number>> {
  const ours = measured.p95 ?? measured.milliseconds ?? measured.megabytes ?? Number.NaN;
  return Object.fromEntries(
    Object.entries(baselines).map(([name, base]) => [name, rounded(ours / base)]),
  );
}

/** To two places: more would pretend to know more. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function verdictOn({ measured, baselines }: Finding, calibration: number, limit: Limit): Verdict {
  const measuredValue = measured[limit.value] ?? Number.NaN;
  const verdict = (of: string, actual: number, allowed: number): Verdict => ({
    value: limit.value,
    of,
    actual: rounded(actual),
    allowed: rounded(allowed),
    ok: actual <= allowed,
  });
  if ('most' in limit) return verdict('a plain number', measuredValue, limit.most);
  if ('of' in limit) {
    return verdict(limit.of, measuredValue / (baselines[limit.of] ?? Number.NaN), limit.times);
  }
  const allowed = limit.milliseconds * (calibration / quietCalibration);
  return verdict('milliseconds, scaled by the calibration loop', measuredValue, allowed);
}
