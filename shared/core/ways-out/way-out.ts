import type { Command, CommandContext } from '../commands/command';
import type { Intent } from '../making/draft';
import type { Refusal } from '../words/refusal';
import { seededRandom } from '../kernel/random';
import type { Result } from '../kernel/result';
import type { Project } from '../model/project';

/** One way to make something add up: what it is called, and what would stand where. */
export interface WayOut {
  /** 按比例补足, 全给 T3, 基准改 170 … */
  readonly label: string;
  /** T1 40→42、T3 60→68: known before it is taken. */
  readonly result: string;
  readonly run: (project: Project, context: CommandContext) => Result<Intent, Refusal>;
}

/** Takes a way out, as a command like any other. */
export const takeWayOut: Command<WayOut> = {
  id: 'take-way-out',
  title: '照这个办法改',
  run: (project, way, context) => way.run(project, context),
};

/** 60→80; a dash is nothing. */
export function changeWords(before: number | null, after: number | null): string {
  return `${before === null ? '—' : String(before)}→${after === null ? '—' : String(after)}`;
}

/** A way that would be refused, would change nothing, or comes to the same as one before it, is none. */
export function possible(project: Project, ways: readonly WayOut[]): readonly WayOut[] {
  return ways.filter((way, index) => {
    if (ways.slice(0, index).some(({ result }) => result === way.result)) return false;
    const intent = way.run(project, { random: seededRandom(0) });
    return intent.ok && intent.value.change.length > 0;
  });
}
