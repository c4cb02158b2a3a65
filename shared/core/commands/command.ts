import type { Random } from '../kernel/random';
import type { Result } from '../kernel/result';
import type { Change } from '../changes/change';
import type { Project } from '../model/project';

/** What a command needs from outside, so that it stays deterministic. */
export interface CommandContext {
  readonly random: Random;
}

/** What a command would do: the change and the words for the history; `group` joins repeated typing into one step. */
export interface Intent {
  readonly label: string;
  readonly group: string | null;
  readonly change: Change;
  /** The record to show or focus afterwards, when there is an obvious one. */
  readonly focus: string | null;
}

/** Why a command did nothing; `message` is Chinese and says what to do. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
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
