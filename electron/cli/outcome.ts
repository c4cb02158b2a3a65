/** What a run of the command line ends with; scripts read it as the exit code. */
export const exitCodes = {
  done: 0,
  findings: 1,
  badInput: 2,
  cannotWrite: 3,
  /** As shells say it of what Ctrl+C has ended. */
  stopped: 130,
} as const;

/** Stops a command with one clear Chinese sentence. Thrown inside `electron/cli` only; `run.ts` prints it. */
export class CommandStop extends Error {
  readonly exitCode: number;

  constructor(exitCode: number, sentence: string) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** The command was wrong, or what it names cannot be read. */
export function badInput(sentence: string): CommandStop {
  return new CommandStop(exitCodes.badInput, sentence);
}

/** The result has no place to go. */
export function cannotWrite(sentence: string): CommandStop {
  return new CommandStop(exitCodes.cannotWrite, sentence);
}

/** Somebody has pressed Ctrl+C or ended the program. */
export function stopped(): CommandStop {
  return new CommandStop(exitCodes.stopped, '已中断，没有写入任何文件。');
}

/** Ends the command here when somebody has asked for it; asked between two pieces of work. */
export function checkGoingOn({ isStopped }: { readonly isStopped: () => boolean }): void {
  if (isStopped()) throw stopped();
}
