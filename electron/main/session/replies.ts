import { basename, dirname } from 'node:path';
import { storedForm } from '@shared/core/model/record';
import type { IpcFailure, OpenReply } from '@shared/ipc/contract';
import { countsOf, summaryOf } from '@shared/formats/project-file/summary';
import { instant } from '../clock';
import { lastEntries, loadJournal } from '../journal/journal-state';
import type { Services } from '../services';
import type { FoundHome } from './gather-homes';
import { entriesAtOpening, historyPage, onTheWire } from './history-page';
import type { Opening } from './opening';
import type { Session } from './session';

/** The answer that hands an open project to the window. */
export async function readyReply(
  services: Services,
  session: Session,
  notices: readonly string[],
): Promise<OpenReply> {
  const { writtenAt, writtenSeq, file } = session.writer.state;
  const wanted = { upTo: null, count: entriesAtOpening };
  const history = await historyPage(services, session.standing, wanted);
  return {
    outcome: 'ready',
    project: {
      session: session.id,
      title: session.title,
      file,
      standing: { ...session.standing, lineage: { ...session.standing.lineage } },
      records: Array.from(session.project.records.values(), (record) => ({
        ...storedForm(record),
      })),
      entries: (history?.entries ?? []).map(({ entry }) => onTheWire(entry)),
      earlier: history?.earlier ?? null,
      writtenAt,
      writtenSeq,
      notices: [...notices],
      readOnly: session.readOnly,
    },
  };
}

export function failedReply({ reason, message }: Pick<IpcFailure, 'message'> & { reason: string }) {
  return { outcome: 'failed' as const, reason, message };
}

/** Describes both states, so that the teacher can tell them apart. */
export async function twoHeadsReply(
  services: Services,
  opening: Extract<Opening, { outcome: 'twoHeads' }>,
  choice: string,
): Promise<OpenReply> {
  const { found, mine, theirs } = opening;
  const file = { fileName: basename(found.path), place: services.place(dirname(found.path)) };
  const stat = await services.disk.stat(found.path);
  return {
    outcome: 'twoHeads',
    choice,
    mine: { ...file, ...(await describe(services, mine, theirs.title)) },
    theirs: {
      ...file,
      title: theirs.title,
      savedAt: stat === null ? '' : instant(stat.modified),
      counts: { ...theirs.counts },
      lastSteps: [],
    },
  };
}

async function describe(services: Services, { peek, draft, standing }: FoundHome, title: string) {
  if (peek === null) {
    return { title, savedAt: '', counts: { record: draft?.records ?? 0 }, lastSteps: [] };
  }
  const { seq } = standing.head;
  const steps = (await lastEntries(services.disk, peek.folder, { seq, count: 5 })).toReversed();
  const state = await loadJournal(services.disk, peek);
  return {
    title: state === undefined ? peek.meta.title : summaryOf(state.project).title,
    savedAt: steps[0]?.at ?? '',
    counts: state === undefined ? {} : { ...countsOf(state.project.records.values()) },
    lastSteps: steps.slice(0, 5).map(({ label }) => label),
  };
}

export const noSession: IpcFailure = {
  reason: 'no-session',
  message: '这个项目已经关闭，请从开始页重新打开。',
};
export const notOurs: IpcFailure = {
  reason: 'not-permitted',
  message: '不能打开这个文件，请用“打开”重新选择。',
};
export const unknownHandle = failedReply(notOurs);
export const unreadableJournal: IpcFailure = {
  reason: 'cannot-read',
  message: '本机保存的这一份读不出来，没有动它。请重新启动电脑后再试一次。',
};
export const badRecords = failedReply({
  reason: 'bad-request',
  message: '内容的格式不对，没有建立项目。',
});
