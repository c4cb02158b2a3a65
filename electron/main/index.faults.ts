import '@shared/core/kernel/jitless';
import './start-flags';
import { join } from 'node:path';
import * as z from 'zod';
import { systemClock } from './clock';
import { appendLine } from './files/append-line';
import { type DiskCall, type Fault, faultDisk } from './files/fault-disk';
import { nodeDisk } from './files/node-disk';
import { systemRandom } from './random';
import { startShell } from './shell';

/**
 * The entry of the fault trials; never packed. `GONGXUE_FAULTS` holds JSON:
 * `{"log": "/path", "faults": [{"call": "file.sync", "path": "journal", "nth": 3, "times": null, "code": "EIO"}]}`.
 * The log gets one JSON line per call to the disk and per 已保存/已写入, in order. A trial that wants a
 * program which has worked well until then adds to `globalThis.diskFaults` while it runs.
 */
const planSchema = z.object({
  log: z.string().optional(),
  faults: z
    .array(
      z.object({
        call: z.string().optional(),
        path: z.string().optional(),
        nth: z.number().int().positive(),
        times: z.number().int().positive().nullable().optional(),
        code: z.string().optional(),
        late: z.number().int().positive().optional(),
      }),
    )
    .default([]),
});
const plan = planSchema.parse(JSON.parse(process.env.GONGXUE_FAULTS ?? '{}'));

function note(line: Readonly<Record<string, unknown>>): void {
  if (plan.log !== undefined) appendLine(plan.log, JSON.stringify(line));
}

const faults: Fault[] = plan.faults.map(({ call, path, times, code, late, nth }) => ({
  nth,
  ...(code === undefined ? {} : { code }),
  ...(late === undefined ? {} : { late }),
  ...(call === undefined ? {} : { call: call as DiskCall }),
  ...(path === undefined ? {} : { path }),
  ...(times === undefined ? {} : { times }),
}));

Object.assign(globalThis, { diskFaults: faults });

startShell({
  disk: faultDisk(nodeDisk, {
    faults,
    record: (call, path) => {
      note({ call, path });
    },
  }),
  clock: systemClock,
  random: systemRandom(),
  observer: {
    saved: (copyId, seq) => {
      note({ event: 'saved', copyId, seq });
    },
    written: (copyId, { writtenSeq, file }) => {
      note({ event: 'written', copyId, seq: writtenSeq, fileName: file.fileName });
    },
  },
  windowFolder: join(__dirname, '../renderer'),
  preload: join(__dirname, '../preload/preload.cjs'),
});
