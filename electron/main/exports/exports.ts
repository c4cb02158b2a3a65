import { basename, dirname, extname, join } from 'node:path';
import type { IpcArgs, IpcValue } from '@shared/ipc/contract';
import { type ExportRun, isOurs } from '@shared/ipc/export-run';
import { codeOf } from '../files/disk';
import { digest } from '../files/digest';
import { writeFailure } from '../files/io-failure';
import { safeFileName } from '../files/safe-name';
import type { Services } from '../services';
import type { Session } from '../session/session';
import { ExportRuns, type KeptRun, type WrittenPaper } from './export-runs';
import { type FileOfSet, SetProblem, writeTogether } from './write-together';

type Plan = IpcValue<'export:plan'>;
type FileState = Plan['files'][number]['state'];
/** A file with what is to stand in it, and what happens to one that somebody has changed. */
interface WriteRequest extends Pick<
  IpcArgs<'export:write'>[0]['files'][number],
  'name' | 'ifTouched'
> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}
type Outcome = IpcValue<'export:write'>['files'][number];
/** What the papers were made from. */
export type ExportSource = Pick<ExportRun, 'projectId' | 'copyId' | 'seq' | 'changeHash' | 'title'>;

type Reply = IpcValue<'export:write'>;

/** A file that will be written: what the window asked for, and where it goes. */
interface Place extends FileOfSet {
  readonly request: WriteRequest;
}

interface Culprit {
  readonly request: WriteRequest | undefined;
  readonly message: string;
}

interface Judged {
  readonly places: readonly Place[];
  /** The file that keeps the whole set from being written. */
  readonly refused: Culprit | null;
}

/** Writes papers into a folder without ever replacing silently what somebody has changed or holds open. */
export class Exports {
  readonly #services: Services;
  readonly #runs: ExportRuns;
  /** What was last planned for a folder: only that may be written there. */
  readonly #planned = new Map<string, ReadonlySet<string>>();
  #current = { cancelled: false };

  constructor(services: Services) {
    this.#services = services;
    const { folders, random } = services;
    this.#runs = new ExportRuns(services, { userData: folders.userData, random, by: 'window' });
  }

  async plan(folder: string, names: readonly string[]): Promise<Plan> {
    const files: Plan['files'] = [];
    const runs = await this.#known();
    for (const name of names) {
      files.push({ name, state: await this.#stateOf(join(folder, safeFileName(name)), runs) });
    }
    this.#planned.set(folder, new Set(names));
    return {
      folder: this.#services.handles.mint('folder', folder),
      place: this.#services.place(folder),
      files,
    };
  }

  /** True when all of these were asked about, and told to the teacher, before they are written. */
  arePlanned(folder: string, files: readonly { readonly name: string }[]): boolean {
    const planned = this.#planned.get(folder);
    return planned !== undefined && files.every(({ name }) => planned.has(name));
  }

  /** The runs of this machine, newest first, with papers that are still kept. */
  async kept(): Promise<readonly KeptRun[]> {
    return (await this.#runs.read()).filter(({ hasPapers }) => hasPapers);
  }

  /** One paper of a run as it was exported; undefined when it is gone or is not what it was. */
  async keptPaper(runFolder: string, name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const found = (await this.kept()).find(({ folder }) => folder === runFolder);
    const file = found?.run.files.find((one) => one.name === name);
    if (file === undefined) return undefined;
    const bytes = new Uint8Array(await this.#services.disk.readFile(join(runFolder, file.name)));
    return digest(bytes) === file.sha256 ? bytes : undefined;
  }

  async #known(): Promise<readonly ExportRun[]> {
    return (await this.#runs.read()).map(({ run }) => run);
  }

  async #stateOf(path: string, runs: readonly ExportRun[]): Promise<FileState> {
    const { disk } = this.#services;
    const found = await disk.stat(path);
    if (found === null) return 'new';
    if (await this.#isHeld(path)) return 'open';
    if (found.type !== 'file') return 'touched';
    const sha256 = digest(await disk.readFile(path));
    return isOurs(runs, path, sha256) ? 'ours' : 'touched';
  }

  /** Word and WPS leave `~$…`, LibreOffice `.~lock.…#` beside an open file; Windows refuses to open it for writing. */
  async #isHeld(path: string): Promise<boolean> {
    const { disk } = this.#services;
    const folder = dirname(path);
    const name = path.slice(folder.length + 1);
    for (const mark of [`.~lock.${name}#`, `~$${name}`, `~$${name.slice(2)}`]) {
      if ((await disk.stat(join(folder, mark))) !== null) return true;
    }
    try {
      const file = await disk.open(path, 'existing');
      await file.close();
      return false;
    } catch (error) {
      return ['EBUSY', 'EPERM', 'ETXTBSY'].includes(codeOf(error));
    }
  }

  /** Calls off what is being written just now. */
  cancel(): void {
    this.#current.cancelled = true;
  }

  /**
   * Writes all files or none: one that cannot be written, or a call to stop, leaves every place as it was.
   * Without a source the run is not kept: its files are kept already.
   */
  async write(
    folder: string,
    requests: readonly WriteRequest[],
    source: ExportSource | null,
  ): Promise<Reply> {
    const run = { cancelled: false };
    this.#current = run;
    const judged = await this.#judge(folder, requests);
    if (judged.refused !== null) return failed(requests, judged.refused);
    try {
      await writeTogether(this.#services, judged.places, () => run.cancelled);
    } catch (error) {
      if (!(error instanceof SetProblem)) throw error;
      return this.#notWritten(requests, judged, error);
    }
    if (judged.places.length > 0 && source !== null)
      await this.#note(source, judged.places.map(writtenPaper));
    return { outcome: 'written', files: requests.map((one) => writtenOutcome(one, judged.places)) };
  }

  #notWritten(requests: readonly WriteRequest[], judged: Judged, problem: SetProblem): Reply {
    if (problem.path === null) {
      return { outcome: 'cancelled', files: requests.map(({ name }) => outcome(name, 'undone')) };
    }
    const request = judged.places.find(({ path }) => path === problem.path)?.request;
    const name = safeFileName(request?.name ?? '');
    const message = `“${name}”没有写出：${writeFailure(problem.cause).message}${leftWords(problem)}`;
    return failed(requests, { request, message });
  }

  /** Decides for every file where it goes, before the first byte is written. */
  async #judge(folder: string, requests: readonly WriteRequest[]): Promise<Judged> {
    const runs = await this.#known();
    const taken = new Set<string>();
    const places: Place[] = [];
    await this.#services.disk.makeFolder(folder);
    for (const request of requests) {
      const found = await this.#placeOf(folder, request, { runs, taken });
      if (found === 'open') return { places: [], refused: heldOpen(request) };
      if (found === 'skip') continue;
      taken.add(found.path.toLowerCase());
      places.push(found);
    }
    return { places, refused: null };
  }

  async #note(source: ExportSource, written: readonly WrittenPaper[]): Promise<void> {
    try {
      await this.#runs.note(source, written);
    } catch (error) {
      // The papers are written; without the note the next export asks once more.
      this.#services.log(`export not noted: ${writeFailure(error).reason}`);
    }
  }

  /** Where a file goes; 'open' when it may only be replaced and another program holds it. */
  async #placeOf(
    folder: string,
    request: WriteRequest,
    { runs, taken }: { readonly runs: readonly ExportRun[]; readonly taken: ReadonlySet<string> },
  ): Promise<Place | 'skip' | 'open'> {
    const { name, bytes, ifTouched } = request;
    const safe = safeFileName(name);
    const own = join(folder, safe);
    const state = await this.#stateOf(own, runs);
    const isTheirs = state === 'touched' || state === 'open';
    if (isTheirs && ifTouched === 'skip') return 'skip';
    if (state === 'open' && ifTouched === 'replace') return 'open';
    const mustMove = (isTheirs && ifTouched === 'rename') || taken.has(own.toLowerCase());
    const path = mustMove ? await this.#freeName(folder, safe, taken) : own;
    return { request, path, bytes, judged: await this.#services.disk.stat(path) };
  }

  async #freeName(folder: string, name: string, taken: ReadonlySet<string>): Promise<string> {
    const extension = extname(name);
    const stem = name.slice(0, name.length - extension.length);
    for (let number = 2; ; number += 1) {
      const path = join(folder, `${stem}（${String(number)}）${extension}`);
      const isFree = (await this.#services.disk.stat(path)) === null;
      if (isFree && !taken.has(path.toLowerCase())) return path;
    }
  }
}

/** The state of the open project, as a run names it. */
export function sourceOf({ standing, title }: Session): ExportSource {
  return { projectId: standing.projectId, ...standing.head, title };
}

function heldOpen(request: WriteRequest): Culprit {
  const name = safeFileName(request.name);
  const message = `“${name}”正在别的程序里打开，没有写入。请先关闭它，或改名导出。`;
  return { request, message };
}

/** What could not be taken back is said: nobody shall believe the old file still lies there. */
function leftWords({ left }: SetProblem): string {
  if (left.length === 0) return '';
  const names = left.map((path) => `“${basename(path)}”`).join('、');
  return `磁盘没有让我们收回已经写好的：${names}，它们现在是新的。`;
}

function outcome(name: string, state: Outcome['state'], message = ''): Outcome {
  return { name, writtenAs: '', sha256: '', state, message };
}

/** One file that could not be written keeps all of them from being written. */
function failed(requests: readonly WriteRequest[], culprit: Culprit): Reply {
  const files = requests.map((request) =>
    request === culprit.request
      ? outcome(request.name, 'failed', culprit.message)
      : outcome(request.name, 'undone'),
  );
  return { outcome: 'failed', files };
}

/** By the request itself: two of one name are two files. */
function writtenOutcome(request: WriteRequest, places: readonly Place[]): Outcome {
  const { name } = request;
  const place = places.find((one) => one.request === request);
  if (place === undefined) return outcome(name, 'skipped');
  const { name: writtenAs, sha256 } = writtenPaper(place);
  return { name, writtenAs, sha256, state: 'written', message: '' };
}

function writtenPaper({ path, bytes }: Place): WrittenPaper {
  return { path, name: basename(path), sha256: digest(bytes), bytes };
}
