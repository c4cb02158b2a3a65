import type { Change } from '@shared/core/changes/change';
import type { Project } from '@shared/core/model/project';
import type { AnyRecord } from '@shared/core/model/record';
import type { CheckReport, ChecksStore } from '../../state/checks-store';
import type { DocumentState, DocumentStore } from '../../state/document-state';
import type { CheckAnswer, CheckJob } from './checks-job';

/** The project is drawn first; then it is checked. */
const beginAfterMilliseconds = 400;
/** About a millisecond of copying, then typing has its turn. */
const recordsAtOnce = 250;
const restMilliseconds = 30;

export interface CheckingParts {
  readonly document: DocumentStore;
  readonly checks: ChecksStore;
  readonly start: () => Worker;
  /** Runs something later; the answer calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** Keeps what the rules say up to date with the open project, in a worker of its own. */
export function keepChecking(parts: CheckingParts): void {
  const checking = new Checking(parts);
  parts.document.subscribe((state) => {
    checking.see(state);
  });
}

class Checking {
  private worker: Worker | null = null;
  /** What the worker has or is being sent; null = nothing of the open project yet. */
  private known: Project | null = null;
  private session: string | null = null;
  private load = 0;
  private callOff: (() => void) | null = null;
  /** Steps made while the project is still being sent; null = all of it is there. */
  private held: Change[] | null = null;
  /** True when something stands elsewhere since the last answer. */
  private hasMoved = false;

  constructor(private readonly parts: CheckingParts) {}

  see({ session, project, lastStep }: DocumentState): void {
    if (session !== this.session) this.begin(session);
    const waitsToBegin = this.callOff !== null && this.held === null;
    if (session === null || waitsToBegin || project === this.known) return;
    if (this.known !== null && lastStep?.from === this.known) {
      this.known = project;
      this.pass(lastStep.change);
    } else this.planLoad();
  }

  private begin(session: string | null): void {
    this.session = session;
    this.stop();
    this.worker?.terminate();
    this.worker = null;
    this.parts.checks.getState().clear();
  }

  /** Nothing of the project counts as known; what is being sent is not sent to its end. */
  private stop(): void {
    this.known = null;
    this.held = null;
    this.callOff?.();
    this.callOff = null;
  }

  private pass(change: Change): void {
    this.hasMoved ||= change.some(({ before, after }) => before?.parentId !== after?.parentId);
    if (this.held === null) this.post({ kind: 'change', change });
    else this.held.push(change);
  }

  private planLoad(): void {
    this.stop();
    this.callOff = this.parts.after(beginAfterMilliseconds, () => {
      const { project } = this.parts.document.getState();
      this.known = project;
      this.held = [];
      this.hasMoved = true;
      this.load += 1;
      this.send(project.records.values());
    });
  }

  /** Sends the records a few at a time, then what has been done meanwhile. */
  private send(records: Iterator<AnyRecord>): void {
    const { load } = this;
    const some: AnyRecord[] = [];
    let next = records.next();
    for (; next.done !== true; next = records.next()) {
      some.push(next.value);
      if (some.length === recordsAtOnce) break;
    }
    this.post({ kind: 'records', load, records: some });
    if (next.done !== true) {
      this.callOff = this.parts.after(restMilliseconds, () => {
        this.send(records);
      });
      return;
    }
    this.callOff = null;
    this.post({ kind: 'load', load });
    const held = this.held ?? [];
    this.held = null;
    for (const change of held) this.post({ kind: 'change', change });
  }

  private post(job: CheckJob): void {
    this.worker ??= this.started();
    this.worker.postMessage(job);
  }

  private started(): Worker {
    const worker = this.parts.start();
    const { checks } = this.parts;
    worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.load === this.load && worker === this.worker) this.hear(data);
    });
    worker.addEventListener('error', ({ message }) => {
      if (worker !== this.worker) return;
      worker.terminate();
      this.worker = null;
      // The next step sends the whole project to a new worker.
      this.stop();
      checks.getState().fail(`检查的程序停了（${message}）。再改一处，它会重新开始。`);
    });
    return worker;
  }

  private hear({ report }: CheckAnswer): void {
    const { checks, document } = this.parts;
    const { report: before, failure, take } = checks.getState();
    const says = Object.keys(report).length > 0;
    // Most steps change nothing of what is said, and then nothing is drawn for them.
    if (before !== null && !says && !this.hasMoved && failure === '') return;
    this.hasMoved = false;
    take(document.getState().project, { ...nothingSaid, ...before, ...report });
  }
}

const nothingSaid: CheckReport = {
  open: [],
  waived: [],
  stops: [],
  unfinished: [],
  whole: { done: 0, total: 0 },
  counts: [],
};
