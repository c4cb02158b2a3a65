import { apply } from '@shared/core/changes/change';
import { nextEntry, storeEntry } from '@shared/core/changes/entry';
import { emptyHistory, type History, recordEntry } from '@shared/core/changes/history';
import { originHash } from '@shared/core/changes/lineage';
import { editField } from '@shared/core/commands/edit-field';
import { seededRandom } from '@shared/core/kernel/random';
import { type Project, projectOf } from '@shared/core/model/project';
import type { AnyRecord } from '@shared/core/model/record';
import { bigProjectRecords } from './big-project';
import { calibrate } from './calibrate';
import { print, quantile, quietest, timed } from './measure';

/**
 * One key in a field of a project of 50,000 records, without the window: command, change, entry of
 * the journal with its hash, history. Compared with the same edit in a project of one course (it must
 * not grow with the project) and with copying a plain Map of the records once.
 */
const rounds = 5;
const editsPerRound = 300;
const random = seededRandom(50_000);

interface Bench {
  project: Project;
  history: History;
  head: { copyId: string; seq: number; changeHash: string };
  readonly ids: readonly string[];
}

function benchOf(records: readonly AnyRecord[]): Bench {
  return {
    project: projectOf(records),
    history: emptyHistory,
    head: { copyId: 'cp0000000000000000', seq: 0, changeHash: originHash('pj0000000000000000') },
    ids: records.filter(({ kind }) => kind === 'courseObjective').map(({ id }) => id),
  };
}

function edit(bench: Bench, index: number): void {
  const id = bench.ids[random.below(bench.ids.length)] ?? '';
  const value = `能按照维修手册完成第${String(index)}项检查，记录准确。`;
  const result = editField.run(bench.project, { id, field: 'text', value }, { random });
  if (!result.ok) throw new Error(result.failure.message);
  const { label, group, change } = result.value;
  const at = new Date(1_700_000_000_000 + index * 60_000).toISOString();
  const content = { action: 'do', of: null, command: editField.id, label, group, at } as const;
  const entry = nextEntry(bench.head, { ...content, author: '', change });
  bench.project = apply(bench.project, change);
  bench.history = recordEntry(bench.history, entry);
  bench.head = { ...bench.head, seq: entry.seq, changeHash: entry.changeHash };
  JSON.stringify(storeEntry(entry));
}

const large = bigProjectRecords(50_000);
const largeBench = benchOf(large);
const smallBench = benchOf(bigProjectRecords(1));
const plain = new Map(large.map((record) => [record.id, record]));
const calibrations: number[] = [];
const p95: number[] = [];
const longest: number[] = [];
const smallP95: number[] = [];
const copies: number[] = [];
let count = 0;
for (let round = 0; round < rounds; round += 1) {
  calibrations.push(calibrate());
  const run = (bench: Bench) =>
    Array.from({ length: editsPerRound }, () =>
      timed(() => {
        edit(bench, (count += 1));
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
