import type { CDPSession, Page } from 'playwright-core';
import { quantile } from './measure';

/** One task of the window's main thread; times in milliseconds. */
export interface Task {
  readonly start: number;
  readonly end: number;
  /** Processor time of the thread alone: what other programs do meanwhile is not in it. */
  readonly processor: number;
  /** What of it was painting: everything after scripting, style and layout. */
  readonly painting: number;
}

/** The tasks between two marks. */
export interface Stretch {
  readonly mark: string;
  readonly tasks: readonly Task[];
}

export interface Traced {
  readonly stretches: readonly Stretch[];
  readonly moments: readonly Stretch[];
}

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Set by the bench from outside; what setting it takes is not counted. */
const markPrefix = 'bench ';
/** Set by the page itself, in the middle of its work. */
export const momentPrefix = 'moment ';
const taskNames = new Set(['ThreadControllerImpl::RunTask', 'RunTask']);
/** The last steps of a frame, as Chromium names them in a trace. */
const paintingNames = new Set(['PrePaint', 'Paint', 'Layerize', 'Commit']);

/**
 * Records every task of the window with the processor time it took (Chromium's own tracing), until
 * the answered function is called; that one gives the tasks, parted by the marks that were set, and once
 * more by the moments the page has marked.
 */
export async function trace(session: CDPSession): Promise<() => Promise<Traced>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', 'devtools.timeline'] },
  });
  return async () => {
    const complete = new Promise<void>((resolve) => {
      session.once('Tracing.tracingComplete', () => {
        resolve();
      });
    });
    await session.send('Tracing.end');
    await complete;
    return { stretches: stretchesOf(events), moments: momentsOf(events) };
  };
}

/** Says in the trace what comes now. */
export async function mark(page: Page, name: string): Promise<void> {
  await page.evaluate((words) => performance.mark(words), markPrefix + name);
}

/** The processor time of a stretch, in milliseconds: scripting, style, layout and painting. */
export function processorTime({ tasks }: Stretch): number {
  return tasks.reduce((sum, { processor }) => sum + processor, 0);
}

/** The same without painting, which is what the budgets of a key and of a frame are about. */
export function timeBeforePainting({ tasks }: Stretch): number {
  return tasks.reduce((sum, { processor, painting }) => sum + processor - painting, 0);
}

/** What keys or frames took, up to painting; and their p95 with it. */
export function timesOf(stretches: readonly Stretch[]): {
  readonly p95: number;
  readonly withPaintingP95: number;
  readonly median: number;
  readonly most: number;
} {
  const times = stretches.map(timeBeforePainting);
  return {
    p95: quantile(times, 0.95),
    withPaintingP95: quantile(stretches.map(processorTime), 0.95),
    median: quantile(times, 0.5),
    most: Math.max(...times),
  };
}

/** The longest tasks of stretches: by processor time, and by the clock. */
export function longestOf(stretches: readonly Stretch[]): { processor: number; wall: number } {
  const tasks = stretches.flatMap((stretch) => stretch.tasks);
  return {
    processor: Math.max(0, ...tasks.map((task) => task.processor)),
    wall: Math.max(0, ...tasks.map((task) => task.end - task.start)),
  };
}

/** Parts the tasks of a recorded trace by its marks; a task belongs where it began. */
export function stretchesOf(events: readonly TraceEvent[]): readonly Stretch[] {
  const marks = marksOf(events, markPrefix);
  const tasks = tasksOf(events);
  // The setting of a mark is the bench's own work.
  const own = new Set(
    marks.flatMap(({ ts }) =>
      tasks.filter((task) => task.start <= ts / 1000 && ts / 1000 <= task.end),
    ),
  );
  return marks.map(({ name, ts }, index) => {
    const end = (marks[index + 1]?.ts ?? Number.POSITIVE_INFINITY) / 1000;
    const inside = tasks.filter(
      (task) => task.start >= ts / 1000 && task.start < end && !own.has(task),
    );
    return { mark: name.slice(markPrefix.length), tasks: inside };
  });
}

/**
 * Parts the tasks by the moments the page has marked. A task that one falls into is divided: what
 * was still left of it when a key came has kept that key waiting.
 */
export function momentsOf(events: readonly TraceEvent[]): readonly Stretch[] {
  const moments = marksOf(events, momentPrefix);
  const tasks = tasksOf(events);
  const painted = paintingIn(events);
  return moments.map(({ name, ts }, index) => {
    const from = ts / 1000;
    const to = (moments[index + 1]?.ts ?? Number.POSITIVE_INFINITY) / 1000;
    const inside = tasks.flatMap((task): readonly Task[] => {
      const start = Math.max(task.start, from);
      const end = Math.min(task.end, to);
      if (end <= start) return [];
      const share = (end - start) / (task.end - task.start);
      const painting = painted(start, end);
      return [{ start, end, processor: Math.max(task.processor * share, painting), painting }];
    });
    return { mark: name.slice(momentPrefix.length), tasks: inside };
  });
}

function marksOf(events: readonly TraceEvent[], prefix: string): readonly TraceEvent[] {
  return events
    .filter(({ name, ph }) => name.startsWith(prefix) && ph !== 'M')
    .sort((left, right) => left.ts - right.ts);
}

/** The tasks of the main thread of the window. */
function tasksOf(events: readonly TraceEvent[]): readonly Task[] {
  const painted = paintingIn(events);
  return onMainThread(events, taskNames).map(({ ts, dur = 0, tdur = 0 }): Task => {
    const [start, end] = [ts / 1000, (ts + dur) / 1000];
    return { start, end, processor: tdur / 1000, painting: painted(start, end) };
  });
}

/** Answers how many milliseconds of processor time went into painting between two times. */
function paintingIn(events: readonly TraceEvent[]): (from: number, to: number) => number {
  const all = onMainThread(events, paintingNames).toSorted((left, right) => left.ts - right.ts);
  // One step may be told as a part of another.
  let last = 0;
  const steps = all.filter(({ ts, dur = 0 }) => {
    const isInside = ts + dur <= last;
    last = Math.max(last, ts + dur);
    return !isInside;
  });
  return (from, to) =>
    steps
      .filter(({ ts, dur = 0 }) => ts / 1000 >= from && (ts + dur) / 1000 <= to)
      .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
}

function onMainThread(
  events: readonly TraceEvent[],
  names: ReadonlySet<string>,
): readonly TraceEvent[] {
  const pid = marksOf(events, markPrefix)[0]?.pid;
  const main = events.find(
    ({ ph, pid: owner, name, args }) =>
      ph === 'M' && owner === pid && name === 'thread_name' && args.name === 'CrRendererMain',
  );
  return events.filter(
    ({ name, pid: owner, tid }) => names.has(name) && owner === pid && tid === main?.tid,
  );
}
