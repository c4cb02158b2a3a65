import type { OpenReply, WriteState } from '@shared/ipc/contract';

export type TwoHeads = Extract<OpenReply, { readonly outcome: 'twoHeads' }>;

export interface OpenerState {
  /** True until it is known what the window begins with, and that is open. */
  readonly starting: boolean;
  /** What is going on, in words; '' when nothing is. */
  readonly busy: string;
  /** The teacher no longer waits for what is being opened. */
  readonly calledOff: boolean;
  /** Why the last attempt did not work; stays until dismissed or until something opens. */
  readonly failure: string;
  /** Two states of one project of which neither contains the other: the teacher chooses. */
  readonly twoHeads: TwoHeads | null;
  /** The project file cannot be written, and the teacher wanted to leave: asks what to do. */
  readonly unwritten: WriteState | null;
}

export const idle: OpenerState = {
  starting: false,
  busy: '',
  calledOff: false,
  failure: '',
  twoHeads: null,
  unwritten: null,
};
