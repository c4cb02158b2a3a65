import type { IpcValue } from '@shared/ipc/contract';
import type { PaperAnswer } from './paper-job';

type Plan = IpcValue<'export:plan'>;
export type PlannedFile = Plan['files'][number];
export type WrittenFile = IpcValue<'export:write'>['files'][number];
export type IfTouched = 'replace' | 'rename' | 'skip';

/**
 * Where an export stands: the files are looked at, made when the teacher says so, and written all
 * together or not at all.
 */
export interface ExportState {
  readonly step: 'looking' | 'ready' | 'making' | 'writing' | 'over';
  /** How many of `wanted` are made. */
  readonly made: number;
  readonly wanted: number;
  /** What is known of each file before it is made, in the order asked for. */
  readonly answers: readonly PaperAnswer[];
  readonly plan: Plan | null;
  /** By file name; files not named here are given another name when they were touched. */
  readonly choices: Readonly<Record<string, IfTouched>>;
  /** What became of each file when all went well. */
  readonly written: readonly WrittenFile[];
  readonly failure: string;
}

export const startOfExport: ExportState = {
  step: 'looking',
  made: 0,
  wanted: 0,
  answers: [],
  plan: null,
  choices: {},
  written: [],
  failure: '',
};

/** The names of files in order: two courses of one name do not write over each other. Null = no file. */
export function fileNames(answers: readonly PaperAnswer[]): readonly (string | null)[] {
  const taken = new Set<string>();
  return answers.map(({ made }) => {
    if (!made.ok) return null;
    const free = freeName(made.value.name, taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = [name.slice(0, dot), name.slice(dot)];
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) {
    free = `${stem}（${String(count)}）${extension}`;
  }
  return free;
}

export const stateWords: Readonly<Record<PlannedFile['state'], string>> = {
  new: '新文件',
  ours: '换成新的',
  touched: '有人改过',
  open: '在别处开着',
};

/** What is done with a file unless the teacher chooses otherwise: nobody's work is written over. */
export function choiceFor(file: PlannedFile, choices: ExportState['choices']): IfTouched {
  const chosen = Object.hasOwn(choices, file.name) ? choices[file.name] : undefined;
  return chosen ?? 'rename';
}
