import type { Project } from '@shared/core/model/project';
import type { ChecksStore } from '../../state/checks-store';
import type { DocumentState, DocumentStore } from '../../state/document-store';
import type { CheckAnswer, CheckJob } from './checks-job';

/** The project is drawn first; then it is checked. */
const beginAfterMilliseconds = 400;

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
  /** What the worker has; null = nothing of the open project yet. */
  private known: Project | null = null;
  private session: string | null = null;
  private load = 0;
  private callOff: (() => void) | null = null;

  constructor(private readonly parts: CheckingParts) {}

  see({ session, project, lastStep }: DocumentState): void {
    if (session !== this.session) this.begin(session);
    if (session === null || this.callOff !== null || project === this.known) return;
    if (this.known !== null && lastStep?.from === this.known) {
      this.known = project;
      this.post({ kind: 'change', change: lastStep.change });
    } else this.planLoad();
  }

  private begin(session: string | null): void {
    this.session = session;
    this.known = null;
    this.callOff?.();
    this.callOff = null;
    this.worker?.terminate();
    this.worker = null;
    this.parts.checks.getState().clear();
  }

  private planLoad(): void {
    this.callOff = this.parts.after(beginAfterMilliseconds, () => {
      this.callOff = null;
      const { project } = this.parts.document.getState();
      this.known = project;
      this.load += 1;
      this.post({ kind: 'load', load: this.load, records: [...project.records.values()] });
    });
  }

  private post(job: CheckJob): void {
    this.worker ??= this.started();
    this.worker.postMessage(job);
  }

  private started(): Worker {
    const worker = this.parts.start();
    const { checks, document } = this.parts;
    worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.load === this.load && worker === this.worker) {
        checks.getState().take(document.getState().project, data.report);
      }
    });
    worker.addEventListener('error', ({ message }) => {
      if (worker !== this.worker) return;
      worker.terminate();
      this.worker = null;
      // The next step sends the whole project to a new worker.
      this.known = null;
      checks.getState().fail(`检查的程序停了（${message}）。再改一处，它会重新开始。`);
    });
    return worker;
  }
}
