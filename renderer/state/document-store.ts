import { createStore, type StoreApi } from 'zustand/vanilla';
import { apply } from '@shared/core/changes/change';
import { type Entry, nextEntry, parseEntry } from '@shared/core/changes/entry';
import { emptyHistory, groupInRun, historyOf, recordEntry } from '@shared/core/changes/history';
import type { Standing } from '@shared/core/changes/lineage';
import type { Refusal } from '@shared/core/words/refusal';
import type { Random } from '@shared/core/kernel/random';
import { fail } from '@shared/core/kernel/result';
import { emptyProject, projectOf } from '@shared/core/model/project';
import { fromStoredForm } from '@shared/core/model/record';
import type { OpenProject, WriteState } from '@shared/ipc/contract';
import type { Commit, DocumentState, DocumentStore, EntrySink } from './document-state';
import { noOlder, olderThan } from './older';
import { noStatus, type SaveStatus, withProblem } from './save-status';
import { stepping } from './stepping';

export interface DocumentDependencies {
  readonly random: Random;
  /** Now, as UTC instant. */
  readonly clock: () => string;
  /** Display name of the writer, '' when not given. */
  readonly author: () => string;
}

const nothing: EntrySink = { take: () => undefined, flush: () => Promise.resolve() };
const closed = {
  session: null,
  project: emptyProject,
  lastStep: null,
  history: emptyHistory,
  older: noOlder,
  title: '',
  standing: null,
  readOnly: false,
  notices: [],
  status: noStatus,
};

type Put = StoreApi<DocumentState>['setState'];
type Get = StoreApi<DocumentState>['getState'];

/** What stands behind the state: where entries go, and every entry the window knows, oldest first. */
interface Behind {
  sink: EntrySink;
  known: Entry[];
  /** The run of typing that goes on, named by the seq it began after: part of the group of its entries. */
  run: number;
  /** When the newest entry was made, in milliseconds. */
  at: number;
}

/** Between two entries of one run there is hardly more time than a long word takes to compose. */
const longestBetween = 20_000;

/** The one open project: its records, its history and how far it is saved. */
export function createDocumentStore(dependencies: DocumentDependencies): DocumentStore {
  const behind: Behind = { sink: nothing, known: [], run: 0, at: 0 };
  return createStore<DocumentState>()((set, get) => {
    const commit: Commit = (content) => {
      const { standing, project, history, status } = get();
      if (standing === null) throw new Error('A change was made while no project was open.');
      const at = dependencies.clock();
      const group = groupOf(content.group, at, { behind, standing });
      const author = dependencies.author();
      const entry = nextEntry(standing.head, { ...content, group, at, author });
      const next = standingAfter(standing, entry);
      behind.known.push(entry);
      set({
        project: apply(project, entry.change),
        lastStep: { from: project, change: entry.change },
        history: recordEntry(history, entry),
        standing: next,
        status: { ...status, headSeq: entry.seq },
      });
      behind.sink.take(entry, next);
    };
    return {
      ...closed,
      ...opening(set, get, behind),
      ...editing(get, commit, dependencies.random),
      endStep() {
        behind.run = get().standing?.head.seq ?? 0;
      },
      ...stepping(get, commit, () => behind.known),
      ...notes(set, get),
    };
  });
}

/** The group of the next entry; a run that nobody has ended ends by itself when nothing happens for long. */
function groupOf(
  group: string | null,
  at: string,
  { behind, standing }: { readonly behind: Behind; readonly standing: Standing },
): string | null {
  const now = Date.parse(at);
  if (Math.abs(now - behind.at) >= longestBetween) behind.run = standing.head.seq;
  behind.at = now;
  return group === null ? null : groupInRun(group, behind.run);
}

function opening(
  set: Put,
  get: Get,
  behind: Behind,
): Pick<DocumentState, 'load' | 'unload' | 'takeOlder' | 'flush'> {
  return {
    flush: () => behind.sink.flush(),
    load(opened, sinkFor) {
      const entries = opened.entries.flatMap((entry) => parseEntry(entry) ?? []);
      const project = projectOf(opened.records.map(fromStoredForm));
      const { session, standing, earlier } = opened;
      behind.known = entries.slice();
      behind.run = opened.standing.head.seq;
      behind.sink = sinkFor({ session, standing, project, entries });
      const older = olderThan(standing, entries, earlier);
      const history = historyOf(entries, earlier === null);
      set({ ...loaded(opened), project, lastStep: null, history, older });
    },
    takeOlder({ session, from, entries, earlier }) {
      if (session !== get().session || from !== get().older.from) return;
      behind.known = [...entries, ...behind.known];
      const older = olderThan(get().standing, behind.known, earlier);
      set({ history: historyOf(behind.known, earlier === null), older });
    },
    unload() {
      behind.sink = nothing;
      behind.known = [];
      set(closed);
    },
  };
}

function editing(get: Get, commit: Commit, random: Random): Pick<DocumentState, 'execute'> {
  return {
    execute(command, input) {
      const { session, project, readOnly } = get();
      if (session === null || readOnly) return fail(notEditable(readOnly));
      const result = command.run(project, input, { random });
      if (result.ok && result.value.change.length > 0) {
        const { label, group, change } = result.value;
        commit({ action: 'do', of: null, command: command.id, label, group, change });
      }
      return result;
    },
  };
}

function notes(
  set: Put,
  get: Get,
): Pick<
  DocumentState,
  'noteSaved' | 'noteSlow' | 'noteProblem' | 'noteWrite' | 'noteOlder' | 'dismissNotices'
> {
  return {
    noteOlder(older) {
      set({ older });
    },
    noteSaved(seq) {
      const { status } = get();
      const savedSeq = Math.max(status.savedSeq, seq);
      set({ status: withProblem({ ...status, savedSeq, slow: false }, 'journal', null) });
    },
    noteSlow(slow) {
      set({ status: { ...get().status, slow } });
    },
    noteProblem(where, message) {
      const problem = message === null ? null : { where, message, state: null };
      set({ status: withProblem(get().status, where, problem) });
    },
    noteWrite(session, write) {
      if (session === get().session) set({ status: withWrite(get().status, write) });
    },
    dismissNotices() {
      set({ notices: [] });
    },
  };
}

function notEditable(readOnly: boolean): Refusal {
  return readOnly
    ? { reason: 'read-only', message: '这份文件只能看，不能改。可以另存一份再改。' }
    : { reason: 'no-project', message: '还没有打开专业。' };
}

/** The standing after one more entry of the same copy. */
function standingAfter(standing: Standing, { seq, changeHash }: Entry): Standing {
  return { ...standing, head: { copyId: standing.head.copyId, seq, changeHash } };
}

function loaded(opened: OpenProject): Partial<DocumentState> {
  const { session, title, standing, readOnly, notices, file, writtenAt, writtenSeq } = opened;
  const seq = standing.head.seq;
  return {
    session,
    title,
    standing,
    readOnly,
    notices,
    status: { ...noStatus, headSeq: seq, savedSeq: seq, writtenSeq, writtenAt, file },
  };
}

function withWrite(status: SaveStatus, write: WriteState): SaveStatus {
  const { state, message, writtenAt, writtenSeq, file } = write;
  const bad = state === 'failed' || state === 'changedOutside' || state === 'missing';
  return withProblem(
    { ...status, writtenAt, writtenSeq, file },
    'file',
    bad ? { where: 'file', message, state } : null,
  );
}
