import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { emptyHistory } from '@shared/core/changes/history';
import { bigProjectRecords } from './big-project';
import { calibrate } from './calibrate';
import { edit, editedOf } from './edits';
import { print, timed } from './measure';

/**
 * What 100,000 edits of one project leave behind in the memory: the project does not grow, and a step
 * that can be undone stays small.
 */
const settled = 20_000;
const edits = 100_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapMegabytes(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

const edited = editedOf(bigProjectRecords(15_000));

/** What the project itself holds: its steps can all be undone and are counted for themselves. */
function projectMegabytes(): number {
  edited.history = emptyHistory;
  return heapMegabytes();
}

let early = Number.NaN;
for (let index = 0; index < edits; index += 1) {
  if (index === settled) early = projectMegabytes();
  edit(edited, index);
}
const withSteps = heapMegabytes();
const megabytes = projectMegabytes();
print({
  calibrations: Array.from({ length: 5 }, () => timed(calibrate)),
  findings: [
    {
      id: 'memory',
      work: `what ${String(edits)} edits leave behind in the heap, in megabytes`,
      measured: {
        megabytes,
        withSteps,
        bytesPerStep: ((withSteps - megabytes) * 1024 * 1024) / (edits - settled),
        edits,
      },
      baselines: { [`the project after ${String(settled)} edits`]: early },
    },
  ],
});
