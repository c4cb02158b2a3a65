import { useCallback, useEffect, useRef, useState } from 'react';
import { type Studio, useStudio } from '../../state/studio';
import {
  choiceFor,
  type ExportState,
  fileNames,
  type IfTouched,
  startOfExport,
} from './export-state';
import type { ExportTools } from './export-tools';
import { type MadeFile, makeFiles } from './make-files';
import { makePapers } from './make-papers';
import type { FileRequest } from './paper-job';

export interface Export {
  readonly state: ExportState;
  readonly pickFolder: () => void;
  readonly choose: (name: string, choice: IfTouched) => void;
  readonly write: () => void;
  /** Calls off making and writing; everything is as it was. */
  readonly cancel: () => void;
  readonly reveal: () => void;
}

type Change = (change: Partial<ExportState>) => void;

interface Desk {
  readonly studio: Studio;
  readonly tools: ExportTools;
  readonly state: ExportState;
  readonly change: Change;
  readonly folder: { current: string | null };
  readonly underWay: { current: AbortController | null };
}

/** Looks at the wanted files as soon as they are asked for, so that what is unfinished shows before anything is made. */
export function useExport(requests: readonly FileRequest[], tools: ExportTools): Export {
  const studio = useStudio();
  const [state, setState] = useState(startOfExport);
  const folder = useRef<string | null>(null);
  const underWay = useRef<AbortController | null>(null);
  const change: Change = useCallback((part) => {
    setState((before) => ({ ...before, ...part }));
  }, []);
  useEffect(
    () => look(studio, { requests, folder: folder.current }, change),
    [studio, requests, change],
  );
  const desk: Desk = { studio, tools, state, change, folder, underWay };
  return {
    state,
    pickFolder: () => void pickFolder(desk),
    choose: (name, choice) => {
      change({ choices: { ...state.choices, [name]: choice } });
    },
    write: () => void makeAndWrite(desk, requests),
    cancel: () => {
      callOff(desk);
    },
    reveal: () => {
      if (state.plan) void studio.platform['export:reveal']({ folder: state.plan.folder });
    },
  };
}

function look(
  studio: Studio,
  {
    requests,
    folder,
  }: { readonly requests: readonly FileRequest[]; readonly folder: string | null },
  change: Change,
): () => void {
  const { project, standing } = studio.document.getState();
  change({ ...startOfExport, wanted: requests.length });
  if (standing === null || requests.length === 0) return () => undefined;
  let stopped = false;
  const isStopped = () => stopped;
  const survey = makePapers(
    {
      records: [...project.records.values()],
      projectId: standing.projectId,
      standingHash: standing.head.changeHash,
      requests,
      purpose: 'survey',
    },
    () => undefined,
  );
  void survey.answers.then(async (answers) => {
    if (isStopped()) return;
    const planned = await planFor(studio, folder, { ...startOfExport, answers });
    if (!isStopped()) change({ answers, ...planned });
  });
  return () => {
    stopped = true;
    survey.cancel();
  };
}

async function planFor(
  { platform, document }: Studio,
  folder: string | null,
  state: ExportState,
): Promise<Partial<ExportState>> {
  const { session } = document.getState();
  const names = fileNames(state.answers).filter((name) => name !== null);
  if (session === null || names.length === 0) return { step: 'ready', plan: null };
  const reply = await platform['export:plan']({ session, folder, names });
  return reply.ok
    ? { step: 'ready', plan: reply.value, failure: '' }
    : { step: 'ready', plan: null, failure: reply.failure.message };
}

async function pickFolder({ studio, state, change, folder }: Desk): Promise<void> {
  const { session } = studio.document.getState();
  if (session === null) return;
  const reply = await studio.platform['export:pickFolder']({ session });
  if (!reply.ok) {
    change({ failure: reply.failure.message });
  } else if (reply.value !== null) {
    folder.current = reply.value.folder;
    change(await planFor(studio, reply.value.folder, state));
  }
}

function callOff({ studio, underWay }: Desk): void {
  underWay.current?.abort();
  const { session } = studio.document.getState();
  if (session !== null) void studio.platform['export:cancel']({ session });
}

const notAsPlanned = '做成的文件和要写的文件对不上，一份也没有写。请关掉导出，再导出一次。';
const calledOff = '已取消，一份也没有写；原来的文件都没有动。';

async function makeAndWrite(desk: Desk, requests: readonly FileRequest[]): Promise<void> {
  const { studio, tools, state, change, underWay } = desk;
  const controller = new AbortController();
  underWay.current = controller;
  const wanted = requests.filter((_, index) => state.answers[index]?.made.ok === true);
  change({ step: 'making', made: 0, wanted: wanted.length, failure: '' });
  const made = await makeFiles(studio, {
    makeSheet: tools.makeSheet,
    requests: wanted,
    signal: controller.signal,
    onMade: (count) => {
      change({ made: count });
    },
  });
  if (made === null) change({ step: 'ready', failure: calledOff });
  else if (!made.ok) change({ step: 'ready', failure: `${made.failure}一份也没有写。` });
  else await write(desk, made.value);
}

async function write({ studio, state, change }: Desk, made: readonly MadeFile[]): Promise<void> {
  const { session } = studio.document.getState();
  const { plan } = state;
  if (session === null || plan === null) return;
  const contentOf = new Map(made.map(({ name, content }) => [name, content]));
  const files = plan.files.flatMap((file) => {
    const content = contentOf.get(file.name);
    const ifTouched = choiceFor(file, state.choices);
    return content === undefined ? [] : [{ name: file.name, content, ifTouched }];
  });
  if (files.length < Math.max(plan.files.length, made.length)) {
    change({ step: 'ready', failure: notAsPlanned });
    return;
  }
  change({ step: 'writing' });
  const reply = await studio.platform['export:write']({ session, folder: plan.folder, files });
  if (!reply.ok) change({ step: 'ready', failure: `${reply.failure.message}一份也没有写。` });
  else if (reply.value.outcome === 'cancelled') change({ step: 'ready', failure: calledOff });
  else if (reply.value.outcome === 'failed') {
    const culprit = reply.value.files.find((file) => file.state === 'failed');
    const failure = `${culprit?.message ?? ''}其余的也没有写，原来的文件都没有动。`;
    change({ step: 'ready', failure });
  } else change({ step: 'over', written: reply.value.files });
}
