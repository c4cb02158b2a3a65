import { performance } from 'node:perf_hooks';

/** One piece of work, measured; every time in milliseconds. */
export interface Finding {
  /** Names the work in `judge.mjs`, where its budget stands. */
  readonly id: string;
  /** What was measured, in words. */
  readonly work: string;
  readonly measured: Readonly<Record<string, number>>;
  /** The same work done by something else in the same run, by its name. */
  readonly baselines: Readonly<Record<string, number>>;
}

/** What a bench program prints: its findings, and how fast the machine was meanwhile. */
export interface Report {
  readonly calibrations: readonly number[];
  readonly findings: readonly Finding[];
}

/** Milliseconds one call takes. */
export function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Milliseconds until a promise is kept. */
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The value below which `share` (0–1) of the numbers lie. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const place = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[place] ?? Number.NaN;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** Other programs on the machine can only add time, so the quietest round tells what the work costs. */
export const quietest = (numbers: readonly number[]): number => Math.min(...numbers);

/** Prints a report for the script that started this program. */
export function print(report: Report): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
