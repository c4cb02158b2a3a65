import { fail, ok, type Result } from '@shared/core/kernel/result';
import { contentHash } from '@shared/core/model/content-hash';
import { childrenOf } from '@shared/core/model/project';
import { type RecordOf, storedForm } from '@shared/core/model/record';
import {
  type Baseline,
  freeze,
  frozenProject,
  isWhole,
  keptPaper,
  readBaseline,
} from '@shared/formats/project-file/baseline';
import type { BaselineInfo } from '@shared/ipc/baseline';
import type { IpcArgs, IpcFailure, IpcReply } from '@shared/ipc/contract';
import { instant } from '../clock';
import { orReadFailure, orWriteFailure } from '../files/or-failure';
import type { Services } from '../services';
import type { Projects } from '../session/projects';
import type { Session } from '../session/session';
import type { Exports } from './exports';
import { isPaperName } from './paper-kinds';

const noSession: IpcFailure = { reason: 'no-session', message: '这个项目已经关闭。' };
const changedMeanwhile: IpcFailure = {
  reason: 'chain-broken',
  message: '稿子刚刚又改过，没有存档。请再存一次。',
};
const notKept: IpcFailure = {
  reason: 'cannot-read',
  message: '这份留底不在文件里了，或者已损坏，没有取出。',
};
const noPaper: IpcFailure = {
  reason: 'not-permitted',
  message: '其中有一份不是 Word、Excel 或 PDF 文件，没有存，也没有取出。',
};
const notPermitted: IpcFailure = {
  reason: 'not-permitted',
  message: '不能这样取出，请重新打开这一页。',
};

/** What is frozen for a committee: made, listed, and handed out again byte for byte. */
export function baselineHandlers(services: Services, projects: Projects, exports: Exports) {
  const open = (session: string | null) =>
    projects.current?.id === session ? projects.current : undefined;
  return {
    'baseline:keep': (given: IpcArgs<'baseline:keep'>[0]): Promise<IpcReply<'baseline:keep'>> =>
      keep(services, open(given.session), given),
    'baseline:list': ({ session }: IpcArgs<'baseline:list'>[0]): IpcReply<'baseline:list'> => {
      const current = open(session);
      return current === undefined ? fail(noSession) : ok(listed(current));
    },
    'baseline:records': ({
      session,
      id,
    }: IpcArgs<'baseline:records'>[0]): IpcReply<'baseline:records'> => {
      const current = open(session);
      if (current === undefined) return fail(noSession);
      const baseline = readBaseline(current.carried.exports, id);
      const file = baseline && frozenProject(current.carried.exports, baseline);
      if (file === undefined) return fail(notKept);
      return ok(file.records.map((record) => ({ ...storedForm(record) })));
    },
    'kept:save': async ({
      session,
      from,
      names,
    }: IpcArgs<'kept:save'>[0]): Promise<IpcReply<'kept:save'>> => {
      // The names may come from a file that somebody else made.
      if (!names.every(isPaperName)) return fail(noPaper);
      const current = open(session);
      const found =
        'run' in from
          ? await ofRun(services, exports, { run: from.run, names })
          : ofBaseline(current, { id: from.baseline, names });
      if (!found.ok) return found;
      return save(services, exports, found.value);
    },
  };
}

async function keep(
  services: Services,
  current: Session | undefined,
  { papers, projectHash, id, stage, name, note, by }: IpcArgs<'baseline:keep'>[0],
): Promise<IpcReply<'baseline:keep'>> {
  if (current === undefined) return fail(noSession);
  const { project, standing, carried } = current;
  if (!papers.every((paper) => isPaperName(paper.name))) return fail(noPaper);
  if (contentHash(project) !== projectHash) return fail(changedMeanwhile);
  const at = instant(services.clock.now());
  const frozen = freeze({
    words: { id, stage, name, note, by, at },
    standing,
    project,
    media: carried.media,
    papers: papers.map(({ bytes, ...paper }) => ({ ...paper, content: bytes })),
  });
  if (!frozen.ok) return fail({ reason: 'too-large', message: frozen.failure.message });
  const kept = await current.keep(frozen.value.entries);
  return kept.ok ? ok({ at, files: frozen.value.baseline.files }) : kept;
}

/** Newest first; what the project names but the file no longer holds is listed as missing. */
function listed({ project, carried }: Session): BaselineInfo[] {
  const majors = childrenOf(project, null, 'major');
  const records = majors.flatMap(({ id }) => childrenOf(project, id, 'baseline'));
  return records
    .map((record) => {
      const baseline = readBaseline(carried.exports, record.id);
      return baseline === undefined ? missing(record) : found(baseline, carried.exports);
    })
    .reverse();
}

function found(baseline: Baseline, exports: Session['carried']['exports']): BaselineInfo {
  const { id, stage, name, note, by, at, projectHash, files } = baseline;
  const state = isWhole(exports, id) ? 'whole' : 'damaged';
  return { id, stage, name, note, by, at, projectHash, files, state };
}

function missing({ id, stage, name, note, date, projectHash }: RecordOf<'baseline'>): BaselineInfo {
  return { id, stage, name, note, by: '', at: date, projectHash, files: [], state: 'missing' };
}

interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function ofBaseline(
  current: Session | undefined,
  { id, names }: { readonly id: string; readonly names: readonly string[] },
): Result<readonly KeptFile[], IpcFailure> {
  if (current === undefined) return fail(noSession);
  const { exports } = current.carried;
  const baseline = readBaseline(exports, id);
  const files: KeptFile[] = [];
  for (const name of names) {
    const file = baseline?.files.find((one) => one.name === name);
    const bytes = file && keptPaper(exports, id, file);
    if (bytes === undefined) return fail(notKept);
    files.push({ name, bytes: new Uint8Array(bytes) });
  }
  return ok(files);
}

async function ofRun(
  { handles }: Services,
  exports: Exports,
  { run, names }: { readonly run: string; readonly names: readonly string[] },
): Promise<Result<readonly KeptFile[], IpcFailure>> {
  const folder = handles.resolve('export', run);
  if (folder === undefined) return fail(notPermitted);
  const files: KeptFile[] = [];
  for (const name of names) {
    const bytes = await orReadFailure(() => exports.keptPaper(folder, name));
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined) return fail(notKept);
    files.push({ name, bytes: bytes.value });
  }
  return ok(files);
}

async function save(
  { dialogs, place }: Services,
  exports: Exports,
  files: readonly KeptFile[],
): Promise<IpcReply<'kept:save'>> {
  const folder = await dialogs.pickFolder('取出到哪个文件夹');
  if (folder === null) return ok(null);
  const requests = files.map((file) => ({ ...file, ifTouched: 'rename' as const }));
  return orWriteFailure(async () => {
    const written = await exports.write(folder, requests, null);
    return { place: place(folder), ...written };
  });
}
