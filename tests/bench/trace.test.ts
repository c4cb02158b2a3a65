import { describe, expect, it } from 'vitest';
import {
  longestOf,
  momentsOf,
  processorTime,
  stretchesOf,
  timeBeforePainting,
  type TraceEvent,
} from '../../bench/trace';

const page = { pid: 7, tid: 1, args: {} };
const thread = (tid: number, name: string): TraceEvent => ({
  ...page,
  tid,
  name: 'thread_name',
  ph: 'M',
  ts: 0,
  args: { name },
});
const mark = (name: string, ts: number): TraceEvent => ({
  ...page,
  name: `bench ${name}`,
  ph: 'R',
  ts,
});
/** Times in microseconds, as Chromium writes them. */
const task = (ts: number, dur: number, tdur: number): TraceEvent => ({
  ...page,
  name: 'ThreadControllerImpl::RunTask',
  ph: 'X',
  ts,
  dur,
  tdur,
});

describe('a trace of the window', () => {
  const events = [
    thread(1, 'CrRendererMain'),
    thread(2, 'Compositor'),
    mark('key', 1_000),
    task(900, 300, 200),
    task(2_000, 9_000, 4_000),
    task(12_000, 2_000, 2_000),
    { ...task(13_000, 5_000, 5_000), tid: 2 },
    { ...task(13_000, 5_000, 5_000), pid: 8 },
    mark('end', 20_000),
    task(21_000, 1_000, 1_000),
  ];

  it('counts the processor time of the main thread from one mark to the next', () => {
    const [key, end] = stretchesOf(events);
    expect(key?.mark).toBe('key');
    expect(key && processorTime(key)).toBe(6);
    expect(end && processorTime(end)).toBe(1);
  });

  it('tells what of it was before painting, which may be told in steps that hold each other', () => {
    const step = (name: string, ts: number, dur: number) => ({ ...task(ts, dur, dur), name });
    const painting = [
      step('PrePaint', 3_000, 500),
      step('Paint', 4_000, 1_000),
      step('Paint', 4_200, 300),
      step('Layout', 6_000, 1_000),
      { ...step('Paint', 7_000, 900), tid: 2 },
    ];
    const [key] = stretchesOf([...events, ...painting]);
    expect(key && processorTime(key)).toBe(6);
    expect(key && timeBeforePainting(key)).toBe(6 - 1.5);
  });

  it('does not count what setting the mark took', () => {
    const [key] = stretchesOf(events);
    expect(key?.tasks.map(({ start }) => start)).toEqual([2, 12]);
  });

  it('knows the longest task by the processor and by the clock', () => {
    const [key] = stretchesOf(events);
    expect(longestOf(key ? [key] : [])).toEqual({ processor: 4, wall: 9 });
  });

  it('counts to a key what was left of the task it fell into, and nothing twice', () => {
    const moment = (name: string, ts: number) => ({ ...mark('', ts), name: `moment ${name}` });
    const parts = momentsOf([...events, moment('key', 5_000), moment('shown', 13_000)]);
    expect(parts.map(({ mark: name }) => name)).toEqual(['key', 'shown']);
    // 6 of the 9 ms by the clock of a task of 4 ms of processor time, and half of one of 2 ms.
    expect(parts.map(processorTime)).toEqual([4 * (6 / 9) + 1, 1 + 1]);
  });
});
