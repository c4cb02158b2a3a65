import '../../jitless';
import { type Change, compose } from '@shared/core/changes/change';
import { projectOf } from '@shared/core/model/project';
import { checkChange, type Checked, checkProject } from '@shared/core/rules/check-project';
import type { CheckAnswer, CheckJob } from './checks-job';
import { reportOf } from './make-report';

/** Steps that come in a row are checked as one. */
const restMilliseconds = 60;

let load = 0;
let checked: Checked | null = null;
let waiting: Change = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Runs the rules off the typing path, on every step of the project anew where something has changed. */
globalThis.addEventListener('message', ({ data }: MessageEvent<CheckJob>) => {
  if (data.kind === 'load') {
    ({ load } = data);
    waiting = [];
    checked = checkProject(projectOf(data.records));
    answer(checked);
    return;
  }
  waiting = compose(waiting, data.change);
  clearTimeout(timer);
  timer = setTimeout(recheck, restMilliseconds);
});

function recheck(): void {
  if (checked === null) return;
  checked = checkChange(checked, waiting);
  waiting = [];
  answer(checked);
}

function answer(now: Checked): void {
  const said: CheckAnswer = { load, report: reportOf(now) };
  globalThis.postMessage(said);
}
