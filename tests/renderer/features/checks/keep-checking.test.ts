import { describe, expect, it } from 'vitest';
import { editField } from '@shared/core/commands/edit-field';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import { samples } from '@shared/core/samples/index';
import type { CheckAnswer, CheckJob } from '@renderer/features/checks/checks-job';
import { keepChecking } from '@renderer/features/checks/keep-checking';
import { createChecksStore } from '@renderer/state/checks-store';
import type { DocumentState, DocumentStore } from '@renderer/state/document-state';

/** A window with a project open, a clock that runs only when told, and a worker that only listens. */
function checking() {
  const project = projectOf(samples[0]?.records(seededRandom(1)) ?? []);
  const jobs: CheckJob[] = [];
  const timers: (() => void)[] = [];
  let hear: (event: { data: CheckAnswer }) => void = () => undefined;
  const worker = {
    postMessage: (job: CheckJob) => jobs.push(job),
    addEventListener: (type: string, listen: typeof hear) => {
      if (type === 'message') hear = listen;
    },
    terminate: () => undefined,
  } as unknown as Worker;
  let state = { session: 's1', project, lastStep: null } as unknown as DocumentState;
  let listen: (state: DocumentState) => void = () => undefined;
  const document = {
    getState: () => state,
    subscribe: (told: typeof listen) => {
      listen = told;
      return () => undefined;
    },
  } as unknown as DocumentStore;
  const checks = createChecksStore();
  keepChecking({
    document,
    checks,
    start: () => worker,
    after: (_milliseconds, run) => {
      timers.push(run);
      return () => {
        timers.splice(timers.indexOf(run), 1);
      };
    },
  });
  const show = (next: Partial<DocumentState>) => {
    state = { ...state, ...next };
    listen(state);
  };
  const tick = () => timers.shift()?.();
  const answer = (report: CheckAnswer['report']) => {
    hear({ data: { load: 1, report } });
  };
  return { project, jobs, timers, checks, show, tick, answer };
}

function edited(project: DocumentState['project']) {
  const [objective] = [...project.records.values()].filter(
    ({ kind }) => kind === 'courseObjective',
  );
  const input = { id: objective?.id ?? '', field: 'text', value: '能检查制动液。' };
  const result = editField.run(project, input, { random: seededRandom(2) });
  if (!result.ok) throw new Error(result.failure.message);
  const { change } = result.value;
  const records = new Map(project.records);
  for (const { id, after } of change) if (after !== null) records.set(id, after);
  return { change, next: projectOf([...records.values()]) };
}

describe('the rules worker', () => {
  it('gets the records of an opened project a few at a time, then is told that it has them all', () => {
    const { project, jobs, timers, show, tick } = checking();
    show({});
    while (timers.length > 0) tick();
    const sent = jobs.flatMap((job) => (job.kind === 'records' ? [job.records.length] : []));
    expect(Math.max(...sent)).toBeLessThanOrEqual(250);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(project.records.size);
    expect(jobs.at(-1)).toEqual({ kind: 'load', load: 1 });
  });

  it('is told what was edited meanwhile, after the records and in order', () => {
    const { project, jobs, timers, show, tick } = checking();
    show({});
    tick();
    const { change, next } = edited(project);
    show({ project: next, lastStep: { from: project, change } });
    while (timers.length > 0) tick();
    expect(jobs.map(({ kind }) => kind).slice(-2)).toEqual(['load', 'change']);
    expect(jobs.at(-1)).toEqual({ kind: 'change', change });
  });

  it('draws nothing when it says what it said before', () => {
    const { checks, timers, show, tick, answer } = checking();
    show({});
    while (timers.length > 0) tick();
    answer({ open: [], waived: [], stops: [], unfinished: [], counts: [] });
    const said = checks.getState();
    answer({});
    expect(checks.getState()).toBe(said);
  });
});
