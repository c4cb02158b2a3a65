import { parseEntry } from '@shared/core/changes/entry';
import type { Head } from '@shared/core/changes/lineage';
import type { Platform } from '../platform/platform';
import type { DocumentState, DocumentStore } from './document-state';
import { isWhole } from './older';

/** While fewer steps than this can be taken back at once, more are read ahead. */
const stepsAhead = 300;
const pageSize = 500;

/** Reads older steps from the journal before they are asked for. */
export interface OlderReader {
  /** Reads one more page; resolves when it is in the window, or it is known why it cannot be. */
  readonly more: () => Promise<void>;
}

/** Keeps enough steps in the window that undo need not wait for the disk. */
export function createOlderReader(parts: {
  readonly document: DocumentStore;
  readonly platform: Platform;
}): OlderReader {
  const reader = new Reader(parts.document, parts.platform);
  parts.document.subscribe((state) => {
    reader.see(state);
  });
  return reader;
}

class Reader implements OlderReader {
  private reading: Promise<void> | null = null;

  constructor(
    private readonly document: DocumentStore,
    private readonly platform: Platform,
  ) {}

  see({ session, history, older }: DocumentState): void {
    if (session === null || isWhole(older)) return;
    if (history.past.size >= stepsAhead && history.isFutureKnown) return;
    if (this.reading === null) void this.more();
  }

  more(): Promise<void> {
    this.reading ??= this.read().finally(() => {
      this.reading = null;
      // What was read may still be too little, or of another file than the one open by now.
      this.see(this.document.getState());
    });
    return this.reading;
  }

  private async read(): Promise<void> {
    const { session, older } = this.document.getState();
    const { from } = older;
    if (session === null || from === null) return;
    const problem = await this.page(session, from);
    const now = this.document.getState();
    if (problem !== '' && now.session === session) now.noteOlder({ ...now.older, problem });
  }

  /** Answers why the page cannot be had, '' when it is in the window. */
  private async page(session: string, from: Head): Promise<string> {
    const reply = await this.platform['history:entries']({ session, upTo: from, count: pageSize });
    if (!reply.ok) return reply.failure.message;
    const { earlier } = reply.value;
    const entries = reply.value.entries.flatMap((entry) => parseEntry(entry) ?? []);
    const isRead = entries.length === reply.value.entries.length;
    if (!isRead || entries.at(-1)?.changeHash !== from.changeHash)
      return '日志里更早的部分读不懂。';
    this.document.getState().takeOlder({ session, from, entries, earlier });
    return '';
  }
}
