/** What a run of the command line ends with; scripts read it as the exit code. */
export const exitCodes = { done: 0, findings: 1, badInput: 2, cannotWrite: 3 } as const;

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

/** The Node error code of a failed call, '' when it has none. */
export function codeOf(error: unknown): string {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
