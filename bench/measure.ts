import { readFileSync } from 'node:fs';

/** One piece of work, measured; every time in milliseconds. */
export interface Finding {
  /** Names the work in `judge.ts`, where its budget stands. */
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

/**
 * Milliseconds of processor time one call takes, those of the collector and the compiler beside it
 * included: what other programs on the machine do is not counted.
 */
export function timed(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  return since(started);
}

/** Milliseconds of processor time until a promise is kept. */
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const started = process.cpuUsage();
  await work();
  return since(started);
}

function since(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/**
 * Milliseconds of processor time on the very thread the call runs on, where the system tells it
 * (Linux), else of the process. For work of a second or so: it is told in steps of a few milliseconds.
 */
export function timedOnThread(work: () => unknown): number {
  const started = threadMilliseconds();
  if (started === null) return timed(work);
  work();
  return (threadMilliseconds() ?? Number.NaN) - started;
}

function threadMilliseconds(): number | null {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1_000_000;
  } catch {
    return null;
  }
}

/** The most memory the process has held so far, in megabytes. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
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
