import { isDeepStrictEqual } from 'node:util';
import { digest } from '@electron/main/files/digest';
import { apply } from '@shared/core/changes/change';
import type { Command } from '@shared/core/commands/command';
import { commands } from '@shared/core/commands/index';
import { type Random, seededRandom } from '@shared/core/kernel/random';
import { type Project, projectOf } from '@shared/core/model/project';
import { isOf } from '@shared/core/model/record';
import { buildPaper } from '@shared/core/papers/build-paper';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import { checkProject } from '@shared/core/rules/check-project';
import type { ProjectFile } from '@shared/formats/project-file/project-file';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { pick } from '../helpers/random-project';
import { inputMakers } from '../shared/core/commands/inputs';

/** Something that threw, or refused without a sentence, where it must not. */
export interface Trouble {
  /** What was being done: a command, `papers`, `rules`, `write`, `read back`. */
  readonly doing: string;
  readonly what: string;
}

export interface Uses {
  readonly troubles: readonly Trouble[];
  readonly changes: number;
  readonly refusals: number;
}

const sentence = /\p{Script=Han}[^]*[。；！]$/u;

/**
 * Does with an opened project all that a window could: rules, papers, every command on what the one
 * before it left, and at last writing it and reading it again. Notes what throws.
 */
export function workOn(file: ProjectFile, seed: number): Uses {
  const troubles: Trouble[] = [];
  const trying = <Value>(doing: string, work: () => Value): Value | undefined => {
    try {
      return work();
    } catch (error) {
      troubles.push({ doing, what: whatOf(error) });
      return undefined;
    }
  };
  const random = seededRandom(seed);
  const opened = trying('index', () => projectOf(file.records));
  if (opened === undefined) return { troubles, changes: 0, refusals: 0 };
  trying('rules', () => checkProject(opened));
  buildPapers(opened, random, trying);
  const run = runAll(opened, random, { trying, troubles });
  // What was opened is written as it is, too: less often, since the commands leave most of it.
  const states = random.below(4) === 0 ? [opened, run.project] : [run.project];
  for (const project of states) {
    trying('write', () => {
      writtenAndRead(file, project, troubles);
    });
  }
  return { troubles, changes: run.changes, refusals: run.refusals };
}

type Trying = <Value>(doing: string, work: () => Value) => Value | undefined;

/** One paper of the major and one of a course; which layouts, the number decides. */
function buildPapers(project: Project, random: Random, trying: Trying): void {
  const course = [...project.records.values()].find((record) => isOf(record, 'course'));
  for (const wanted of ['major', 'course'] as const) {
    const kind = pick(
      random,
      paperKinds.filter(({ subject }) => subject === wanted),
    )!;
    const layoutId = pick(random, kind.layouts)!.id;
    const subjectId = wanted === 'course' ? (course?.id ?? null) : null;
    trying(`paper ${layoutId}`, () => buildPaper(project, { kind: kind.id, layoutId, subjectId }));
  }
}

interface Noting {
  readonly trying: Trying;
  readonly troubles: Trouble[];
}

function runAll(opened: Project, random: Random, { trying, troubles }: Noting) {
  let project = opened;
  let changes = 0;
  let refusals = 0;
  for (const command of shuffled(commands as readonly Command<unknown>[], random)) {
    const before = project;
    const input = trying(`input of ${command.id}`, () => inputMakers[command.id]?.(before, random));
    if (input === undefined) continue;
    const result = trying(command.id, () => command.run(before, input, { random }));
    if (result?.ok === true) {
      changes += 1;
      const { change } = result.value;
      project = trying(`${command.id} applied`, () => apply(before, change)) ?? before;
    } else if (result !== undefined) {
      refusals += 1;
      const { message } = result.failure;
      if (!sentence.test(message)) troubles.push({ doing: command.id, what: `says ${message}` });
    }
  }
  return { project, changes, refusals };
}

/** What is written must be read again, and be the same. */
function writtenAndRead(file: ProjectFile, project: Project, troubles: Trouble[]): void {
  const { standing, media, exports, foreign } = file;
  const records = [...project.records.values()];
  const content = { standing, records, media, exports, foreign, sha256: digest };
  const written = writeProjectFile(content);
  if (!written.ok) {
    troubles.push({ doing: 'write', what: `refused: ${written.failure.detail.slice(0, 200)}` });
    return;
  }
  const read = readProjectFile(written.value, digest);
  if (!read.ok) {
    troubles.push({ doing: 'read back', what: read.failure.detail.slice(0, 200) });
    return;
  }
  const back = new Map(read.value.records.map((record) => [record.id, record]));
  const other = records.find((record) => !isDeepStrictEqual(back.get(record.id), record));
  if (other !== undefined || back.size !== records.length) {
    troubles.push({ doing: 'read back', what: `another ${other?.kind ?? 'number of records'}` });
  }
}

function shuffled<Item>(list: readonly Item[], random: Random): readonly Item[] {
  const left = [...list];
  return list.map(() => left.splice(random.below(left.length), 1)[0]!);
}

function whatOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => line.includes('/shared/'));
  const places = frames.slice(0, 3).map((line) => line.replace(/^.*\/shared\//, 'shared/'));
  return `${error.name}: ${error.message.replace(/(order key).*/su, '$1').slice(0, 160)} @ ${places.join(' < ')}`;
}
