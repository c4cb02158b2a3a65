import { useCallback, useEffect, useRef, useState } from 'react';
import type { PaperRequest } from '@shared/core/papers/build-paper';
import { type Studio, useStudio } from '../../state/studio';
import {
  choiceFor,
  type ExportState,
  type IfTouched,
  namedPapers,
  startOfExport,
} from './export-state';
import { makePapers } from './make-papers';

export interface Export {
  readonly state: ExportState;
  readonly pickFolder: () => void;
  readonly choose: (name: string, choice: IfTouched) => void;
  readonly write: () => void;
  readonly reveal: () => void;
}

type Change = (change: Partial<ExportState>) => void;

/** Makes the wanted papers as soon as they are asked for, so that what is unfinished shows before anything is written. */
export function useExport(requests: readonly PaperRequest[]): Export {
  const studio = useStudio();
  const [state, setState] = useState(startOfExport);
  const folder = useRef<string | null>(null);
  const change: Change = useCallback((part) => {
    setState((before) => ({ ...before, ...part }));
  }, []);
  useEffect(
    () => prepare(studio, { requests, folder: folder.current }, change),
    [studio, requests, change],
  );
  return {
    state,
    pickFolder: () => void pickFolder(studio, state, { change, folder }),
    choose: (name, choice) => {
      change({ choices: { ...state.choices, [name]: choice } });
    },
    write: () => void write(studio, state, change),
    reveal: () => {
      if (state.plan) void studio.platform['export:reveal']({ folder: state.plan.folder });
    },
  };
}

function prepare(
  studio: Studio,
  {
    requests,
    folder,
  }: { readonly requests: readonly PaperRequest[]; readonly folder: string | null },
  change: Change,
): () => void {
  const { project, standing } = studio.document.getState();
  change({ ...startOfExport, wanted: requests.length });
  if (standing === null || requests.length === 0) return () => undefined;
  let stopped = false;
  const isStopped = () => stopped;
  let made = 0;
  const underWay = makePapers(
    {
      records: [...project.records.values()],
      projectId: standing.projectId,
      standingHash: standing.head.changeHash,
      requests,
    },
    () => {
      made += 1;
      if (!stopped) change({ made });
    },
  );
  void underWay.answers.then(async (answers) => {
    if (isStopped()) return;
    const planned = await planFor(studio, folder, { ...startOfExport, answers });
    if (!isStopped()) change({ answers, ...planned });
  });
  return () => {
    stopped = true;
    underWay.cancel();
  };
}

async function planFor(
  { platform, document }: Studio,
  folder: string | null,
  state: ExportState,
): Promise<Partial<ExportState>> {
  const { session } = document.getState();
  const names = namedPapers(state.answers).map(({ name }) => name);
  if (session === null || names.length === 0) return { step: 'ready', plan: null };
  const reply = await platform['export:plan']({ session, folder, names });
  return reply.ok
    ? { step: 'ready', plan: reply.value, failure: '' }
    : { step: 'failed', failure: reply.failure.message };
}

async function pickFolder(
  studio: Studio,
  state: ExportState,
  { change, folder }: { readonly change: Change; readonly folder: { current: string | null } },
): Promise<void> {
  const { session } = studio.document.getState();
  if (session === null) return;
  const reply = await studio.platform['export:pickFolder']({ session });
  if (!reply.ok) {
    change({ step: 'failed', failure: reply.failure.message });
  } else if (reply.value !== null) {
    folder.current = reply.value.folder;
    change(await planFor(studio, reply.value.folder, state));
  }
}

async function write(studio: Studio, state: ExportState, change: Change): Promise<void> {
  const { session } = studio.document.getState();
  const { plan } = state;
  if (session === null || plan === null) return;
  change({ step: 'writing' });
  const planned = new Map(plan.files.map((file) => [file.name, file]));
  const files = namedPapers(state.answers).map(({ name, bytes }) => {
    const file = planned.get(name);
    const ifTouched = file === undefined ? 'rename' : choiceFor(file, state.choices);
    return { name, bytes, ifTouched };
  });
  const reply = await studio.platform['export:write']({ session, folder: plan.folder, files });
  if (reply.ok) change({ step: 'written', written: reply.value.files });
  else change({ step: 'failed', failure: reply.failure.message });
}
