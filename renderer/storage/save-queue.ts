import { type Entry, storeEntry } from '@shared/core/changes/entry';
import type { Standing } from '@shared/core/changes/lineage';
import type { IpcArgs } from '@shared/ipc/contract';
import type { Platform } from '../platform/platform';
import type { DraftKeeper } from './draft-keeper';
import { type After, createLane, type Lane } from './lane';

interface Saved {
  readonly entry: Entry;
  readonly standing: Standing;
}

export interface SaveQueueOptions {
  readonly session: string;
  readonly platform: Pick<Platform, 'project:append'>;
  readonly keeper: DraftKeeper;
  readonly after: After;
  /** The journal has it, fsynced. */
  readonly onSaved: (seq: number) => void;
  readonly onSlow: () => void;
  /** `message` null: the problem is over. */
  readonly onProblem: (where: 'journal' | 'drafts', message: string | null) => void;
}

export interface SaveQueue {
  readonly take: (entry: Entry, standing: Standing) => void;
  readonly flush: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * Takes every entry to both homes at once, each in order and each for itself: a full database never
 * keeps the journal waiting, and only the journal may say 「已保存」.
 */
export function createSaveQueue(options: SaveQueueOptions): SaveQueue {
  const lanes = [journalLane(options), draftsLane(options)];
  return {
    take(entry, standing) {
      for (const lane of lanes) lane.take({ entry, standing });
    },
    async flush() {
      const relax = options.keeper.hurry();
      try {
        await Promise.all(lanes.map((lane) => lane.flush()));
      } finally {
        relax();
      }
    },
    stop() {
      for (const lane of lanes) lane.stop();
    },
  };
}

function journalLane(options: SaveQueueOptions): Lane<Saved> {
  const { session, platform, after, onSlow } = options;
  return createLane<Saved>({
    most: 500,
    after,
    async send(items) {
      const entries = items.map(({ entry }) => wireEntry(entry));
      const reply = await platform['project:append']({ session, entries });
      return reply.ok ? null : reply.failure.message;
    },
    onSent({ entry }) {
      options.onSaved(entry.seq);
    },
    onFailed(message) {
      options.onProblem('journal', message);
    },
    onSlow,
  });
}

function draftsLane(options: SaveQueueOptions): Lane<Saved> {
  const { keeper, after } = options;
  return createLane<Saved>({
    most: 200,
    after,
    async send(items) {
      const last = items.at(-1);
      const entries = items.map(({ entry }) => entry);
      return last === undefined ? null : keeper.keep(entries, last.standing);
    },
    onSent() {
      options.onProblem('drafts', null);
    },
    onFailed(message) {
      options.onProblem('drafts', message);
    },
    onSlow: () => undefined,
  });
}

/** An entry as the bridge takes it. */
export function wireEntry(entry: Entry): IpcArgs<'project:append'>[0]['entries'][number] {
  const stored = storeEntry(entry);
  return { ...stored, change: stored.change.map((part) => ({ ...part })) };
}
