/** Why a command did nothing; `message` is Chinese and says what to do. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
}

/** A refusal: a name for tests and code, a sentence for the teacher. */
export function refuse(reason: string, message: string): Refusal {
  return { reason, message };
}

/** The thing the command is about has gone in the meantime. */
export const gone: Refusal = refuse('record-missing', '这一条已经不在稿子里了，没有改动。');
