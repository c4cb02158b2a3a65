import '@shared/core/kernel/jitless';
import { type Change, compose } from '@shared/core/changes/change';
import { projectOf } from '@shared/core/model/project';
import type { AnyRecord } from '@shared/core/model/record';
import { checkChange, type Checked, checkProject } from '@shared/core/rules/check-project';
import type { CheckAnswer, CheckJob } from './checks-job';
import { createTelling, reportOf } from './make-report';

/** Steps that come in a row are checked as one. */
const restMilliseconds = 20;

let load = 0;
let records: AnyRecord[] = [];
let checked: Checked | null = null;
let waiting: Change = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let telling = createTelling();

/** Runs the rules off the typing path, on every step of the project anew where something has changed. */
globalThis.addEventListener('message', ({ data }: MessageEvent<CheckJob>) => {
  if (data.kind === 'change') {
    waiting = compose(waiting, data.change);
    clearTimeout(timer);
    timer = setTimeout(recheck, restMilliseconds);
    return;
  }
  if (data.load !== load) begin(data.load);
  if (data.kind === 'records') {
    for (const record of data.records) records.push(record);
    return;
  }
  checked = checkProject(projectOf(records));
  records = [];
  answer(checked);
});

function begin(next: number): void {
  load = next;
  records = [];
  checked = null;
  waiting = [];
  clearTimeout(timer);
  telling = createTelling();
}

function recheck(): void {
  if (checked === null) return;
  checked = checkChange(checked, waiting);
  waiting = [];
  answer(checked);
}

/** Answers even when nothing is new: what stands elsewhere now may have moved. */
function answer(now: Checked): void {
  const said: CheckAnswer = { load, report: telling(reportOf(now)) };
  globalThis.postMessage(said);
}
