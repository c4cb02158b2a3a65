import type { WriteState } from '@shared/ipc/contract';

/** Something that keeps the work from being saved or written; said in place until it is over. */
export interface SaveProblem {
  /** journal: 「已保存」 cannot be given; file: the project file cannot be written; drafts: IndexedDB only. */
  readonly where: 'journal' | 'file' | 'drafts';
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

/** The two words and what stands before and beside them. `bad`: the work is not where it should be. */
export function statusWords(
  status: SaveStatus,
  timeOf: (instant: string) => string,
): { readonly text: string; readonly bad: boolean } {
  const journal = status.problems.find(({ where }) => where === 'journal');
  if (journal) return { text: `没有保存：${journal.message}`, bad: true };
  const { headSeq, savedSeq, writtenSeq } = status;
  if (savedSeq < headSeq) {
    return { text: status.slow ? '正在保存…磁盘反应慢，请稍候' : '正在保存…', bad: false };
  }
  const file = status.problems.find(({ where }) => where === 'file');
  if (file) return { text: `已保存，没有写入文件：${file.message}`, bad: true };
  if (writtenSeq < headSeq || status.writtenAt === '') return { text: '已保存', bad: false };
  return { text: `已写入 ${status.file.fileName} ${timeOf(status.writtenAt)}`, bad: false };
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
