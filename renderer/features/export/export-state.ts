import type { IpcValue } from '@shared/ipc/contract';
import type { PaperAnswer } from './paper-job';

type Plan = IpcValue<'export:plan'>;
export type PlannedFile = Plan['files'][number];
export type WrittenFile = IpcValue<'export:write'>['files'][number];
export type IfTouched = 'replace' | 'rename' | 'skip';

/** Where an export stands: papers are made, their places looked at, then written when the teacher says so. */
export interface ExportState {
  readonly step: 'making' | 'ready' | 'writing' | 'written' | 'failed';
  /** How many of `wanted` are made. */
  readonly made: number;
  readonly wanted: number;
  readonly answers: readonly PaperAnswer[];
  readonly plan: Plan | null;
  /** By file name; files not named here are given another name when they were touched. */
  readonly choices: Readonly<Record<string, IfTouched>>;
  readonly written: readonly WrittenFile[];
  readonly failure: string;
}

export const startOfExport: ExportState = {
  step: 'making',
  made: 0,
  wanted: 0,
  answers: [],
  plan: null,
  choices: {},
  written: [],
  failure: '',
};

/** Made papers with names of their own: two courses of one name do not write over each other. */
export function namedPapers(
  answers: readonly PaperAnswer[],
): readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[] {
  const taken = new Set<string>();
  return answers.flatMap(({ made }) => {
    if (!made.ok) return [];
    const { name, bytes } = made.value;
    const free = freeName(name, taken);
    taken.add(free.toLowerCase());
    return [{ name: free, bytes }];
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const stem = name.replace(/\.docx$/, '');
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) {
    free = `${stem}（${String(count)}）.docx`;
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
