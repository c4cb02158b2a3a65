import type { Random } from '@shared/core/kernel/random';
import type { Clock } from '../main/clock';
import type { Disk } from '../main/files/disk';

/** What a verb needs from outside. */
export interface World {
  /** Folder that relative paths start from; null when it is gone. */
  readonly folder: string | null;
  readonly random: Random;
  /** Data for programs. */
  readonly printData: (text: string) => void;
  /** Words for people. */
  readonly say: (text: string) => void;
  readonly disk: Disk;
  readonly clock: Clock;
  /** True once somebody has pressed Ctrl+C or ended the program. */
  readonly isStopped: () => boolean;
  /** The folder the app keeps for itself, where exports are noted; null = nowhere. */
  readonly profile: string | null;
}

/** The words after a verb: what stands alone, and options by name; a switch has the value ''. */
export interface Words {
  readonly plain: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

/** One verb of the command line. */
export interface Verb {
  readonly name: string;
  /** How it is called, for the help. */
  readonly usage: string;
  /** One Chinese phrase for the help. */
  readonly purpose: string;
  /** How many words stand alone after it. */
  readonly plain: number;
  /** Switches with which it does without them. */
  readonly withoutPlain?: readonly string[];
  /** Options that take a value. */
  readonly options: readonly string[];
  /** Options that stand alone. */
  readonly switches: readonly string[];
  /** Does it; throws CommandStop. */
  readonly run: (words: Words, world: World) => Promise<void>;
}
