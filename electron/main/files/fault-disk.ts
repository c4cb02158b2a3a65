import { setTimeout as sleep } from 'node:timers/promises';
import type { Disk, DiskFile } from './disk';

/** The calls of the port, those of an open file with a prefix. */
export type DiskCall = keyof Disk | `file.${keyof DiskFile}`;

/** Makes calls fail; counted from 1 over all calls of the run that fit. */
export interface Fault {
  /** Which calls; absent = every one. */
  readonly call?: DiskCall;
  /** Only calls whose path contains this. */
  readonly path?: string;
  readonly nth: number;
  /** How many in a row fail; absent = once, null = all from then on. */
  readonly times?: number | null;
  /** How it fails; absent = it does what it should, only `late` milliseconds later. */
  readonly code?: string;
  readonly late?: number;
}

export interface FaultPlan {
  /** Read anew at every call: a trial may add to it while the program runs. */
  readonly faults: readonly Fault[];
  /** Hears of every call in order, before it is made. */
  readonly record?: (call: DiskCall, path: string) => void;
}

type Meet = (call: DiskCall, path: string) => Promise<void>;

/** A disk for trials: records every call and lets chosen ones fail with a Node error code. */
export function faultDisk(disk: Disk, plan: FaultPlan): Disk {
  const meet = meeting(plan);
  const on =
    <Rest extends readonly unknown[], Value>(
      call: DiskCall,
      action: (path: string, ...rest: Rest) => Promise<Value>,
    ) =>
    async (path: string, ...rest: Rest): Promise<Value> => {
      await meet(call, path);
      return action(path, ...rest);
    };
  return {
    open: on('open', async (path, mode: 'new' | 'existing') =>
      faultFile(await disk.open(path, mode), path, meet),
    ),
    readFile: on('readFile', disk.readFile),
    readAt: on('readAt', disk.readAt),
    stat: on('stat', disk.stat),
    identity: on('identity', disk.identity),
    realPath: on('realPath', disk.realPath),
    list: on('list', disk.list),
    makeFolder: on('makeFolder', disk.makeFolder),
    // Named by where it goes: that is the file whose fate is at stake.
    rename: (from, to) => on('rename', () => disk.rename(from, to))(to),
    remove: on('remove', disk.remove),
    removeFolder: on('removeFolder', disk.removeFolder),
    syncFolder: on('syncFolder', disk.syncFolder),
    checkWritable: on('checkWritable', disk.checkWritable),
  };
}

/** Counts calls; throws or waits where the plan says so. */
function meeting(plan: FaultPlan): Meet {
  const counts = new Map<Fault, number>();
  return async (call, path) => {
    plan.record?.(call, path);
    for (const fault of plan.faults) {
      if (!concerns(fault, call, path)) continue;
      const count = (counts.get(fault) ?? 0) + 1;
      counts.set(fault, count);
      if (!isHit(fault, count)) continue;
      if (fault.code !== undefined) throw faultError(fault.code, call, path);
      await sleep(fault.late ?? 0);
    }
  };
}

function concerns(fault: Fault, call: DiskCall, path: string): boolean {
  if (fault.call !== undefined && fault.call !== call) return false;
  return fault.path === undefined || path.includes(fault.path);
}

function isHit({ nth, times = 1 }: Fault, count: number): boolean {
  return count >= nth && (times === null || count < nth + times);
}

function faultFile(file: DiskFile, path: string, meet: Meet): DiskFile {
  return {
    write: async (bytes, position) => {
      try {
        await meet('file.write', path);
      } catch (error) {
        // A disk that fills up takes a part before it says so.
        await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)), position);
        throw error;
      }
      await file.write(bytes, position);
    },
    sync: async () => {
      await meet('file.sync', path);
      await file.sync();
    },
    truncate: async (size) => {
      await meet('file.truncate', path);
      await file.truncate(size);
    },
    close: async () => {
      await file.close();
      await meet('file.close', path);
    },
  };
}

function faultError(code: string, call: DiskCall, path: string): Error {
  return Object.assign(new Error(`${code}: injected, ${call} '${path}'`), { code });
}
