import type { Random } from '../kernel/random';
import type { Result } from '../kernel/result';
import type { Intent } from '../making/draft';
import type { Project } from '../model/project';
import type { Refusal } from '../words/refusal';

/** What a command needs from outside, so that it stays deterministic. */
export interface CommandContext {
  readonly random: Random;
}

/**
 * One intention of the user. A command never acts: it returns the Change it stands for, or a refusal.
 * `id` equals its file name; `title` is the Chinese name in menus and palette.
 */
export interface Command<Input> {
  readonly id: string;
  readonly title: string;
  readonly run: (
    project: Project,
    input: Input,
    context: CommandContext,
  ) => Result<Intent, Refusal>;
}
