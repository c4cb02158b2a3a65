import type { WriteState } from '@shared/ipc/contract';
import type { HeldText } from './pending-edits';

/** Something that keeps the work from being saved or written; said in place until it is over. */
export interface SaveProblem {
  /** journal: 「已保存」 cannot be given; file: the project file cannot be written; drafts: IndexedDB only; backups: none can be made or read. */
  readonly where: 'journal' | 'file' | 'drafts' | 'backups';
  readonly message: string;
  /** For `file`: what kind of problem, so that the right ways out can be offered. */
  readonly state: WriteState['state'] | null;
}

/** How far the work has got into its three homes. */
export interface SaveStatus {
  /** seq of the newest entry of the window. */
  readonly headSeq: number;
  /** seq up to which the journal has it, fsynced: 「已保存」. */
  readonly savedSeq: number;
  /** seq that the project file holds: 「已写入」. */
  readonly writtenSeq: number;
  /** UTC instant of the last successful write of the file, '' before the first. */
  readonly writtenAt: string;
  readonly file: WriteState['file'];
  readonly problems: readonly SaveProblem[];
  /** True when the disk has kept an append waiting for longer than a breath. */
  readonly slow: boolean;
}

export const noStatus: SaveStatus = {
  headSeq: 0,
  savedSeq: 0,
  writtenSeq: 0,
  writtenAt: '',
  file: { fileName: '', place: '' },
  problems: [],
  slow: false,
};

export interface StatusWords {
  /** 已写入, 已保存, 正在保存…, 正在写 */
  readonly text: string;
  /** Name of the file after 已写入; the window shows it beside, so it is said but not drawn twice. */
  readonly file: string;
  /** Time of the write, '' when the file does not have everything. */
  readonly time: string;
  /** The work is not where it should be. */
  readonly bad: boolean;
  /** Comes and goes with the typing: shown, but not read out each time. */
  readonly quiet: boolean;
}

/** The two words and what stands before and beside them; neither while a field holds text that is in no home. */
export function statusWords(
  status: SaveStatus,
  held: HeldText,
  timeOf: (instant: string) => string,
): StatusWords {
  return underWay(status, held) ?? arrived(status, timeOf);
}

/** What is not in the journal yet; undefined when the journal has all there is. */
function underWay(status: SaveStatus, held: HeldText): StatusWords | undefined {
  const journal = status.problems.find(({ where }) => where === 'journal');
  if (journal) return words(`没有保存：${journal.message}`, true);
  const isSaved = status.savedSeq >= status.headSeq;
  if (!isSaved && status.slow) return words('正在保存…磁盘反应慢，请稍候');
  if (held.writing) return { ...words('正在写'), quiet: true };
  if (!isSaved) return words('正在保存…');
  // Nobody is writing, and it will not be saved by waiting: what is wrong with it is said at the field.
  return held.refused ? words('有一处没有收下') : undefined;
}

function arrived(status: SaveStatus, timeOf: (instant: string) => string): StatusWords {
  const { headSeq, writtenSeq } = status;
  const file = status.problems.find(({ where }) => where === 'file');
  if (file) return words('已保存，没有写入文件', true);
  if (writtenSeq < headSeq || status.writtenAt === '') return words('已保存');
  return { ...words('已写入'), file: status.file.fileName, time: timeOf(status.writtenAt) };
}

function words(text: string, bad = false): StatusWords {
  return { text, file: '', time: '', bad, quiet: false };
}

/** The status with one kind of problem replaced or taken away. */
export function withProblem(
  status: SaveStatus,
  where: SaveProblem['where'],
  problem: SaveProblem | null,
): SaveStatus {
  const others = status.problems.filter((other) => other.where !== where);
  if (problem === null && others.length === status.problems.length) return status;
  return { ...status, problems: problem === null ? others : [...others, problem] };
}
