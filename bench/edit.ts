import { bigProjectRecords } from './big-project';
import { calibrate } from './calibrate';
import { edit, type Edited, editedOf } from './edits';
import { print, quantile, quietest, timed } from './measure';

/**
 * One key in a field of a project of 50,000 records, without the window: command, change, entry of
 * the journal with its hash, history. Compared with the same edit in a project of one course (it must
 * not grow with the project) and with copying a plain Map of the records once.
 */
const rounds = 5;
const editsPerRound = 300;

const large = bigProjectRecords(50_000);
const largeBench = editedOf(large);
const smallBench = editedOf(bigProjectRecords(1));
const plain = new Map(large.map((record) => [record.id, record]));
const calibrations: number[] = [];
const p95: number[] = [];
const longest: number[] = [];
const smallP95: number[] = [];
const copies: number[] = [];
let count = 0;
for (let round = 0; round < rounds; round += 1) {
  calibrations.push(timed(calibrate));
  const run = (edited: Edited) =>
    Array.from({ length: editsPerRound }, () =>
      timed(() => {
        edit(edited, (count += 1));
      }),
    );
  const largeTimes = run(largeBench);
  p95.push(quantile(largeTimes, 0.95));
  longest.push(Math.max(...largeTimes));
  smallP95.push(quantile(run(smallBench), 0.95));
  copies.push(quietest(Array.from({ length: 5 }, () => timed(() => new Map(plain)))));
}
print({
  calibrations,
  findings: [
    {
      id: 'edit',
      work: `one edit in a project of ${String(large.length)} records: command, change, journal entry, history`,
      measured: { p95: quietest(p95), longest: quietest(longest), records: large.length },
      baselines: {
        'the same edit in a project of one course': quietest(smallP95),
        'copying a plain Map of the records once': quietest(copies),
      },
    },
  ],
});
