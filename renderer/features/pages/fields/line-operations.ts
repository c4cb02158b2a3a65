import type { RecordId } from '@shared/core/kernel/id';
import type { FieldPlace } from './field-place';

/** One line of a list: a record or an item inside a record. */
export interface Line {
  readonly id: RecordId;
  readonly text: string;
}

/**
 * What can be done with the lines of a list, whatever they are stored as. Each answers the line to
 * put the cursor in, or null when nothing was done (the reason has been said).
 */
export interface LineOperations {
  readonly place: (id: RecordId) => FieldPlace;
  readonly edit: (id: RecordId, text: string) => boolean;
  readonly add: (afterId: RecordId | null, text: string) => RecordId | null;
  /** Breaks a line in two; answers the new one with the tail. */
  readonly split: (id: RecordId, head: string, tail: string) => RecordId | null;
  /** Appends a line to the one before it; answers that one. */
  readonly join: (id: RecordId, previousId: RecordId) => RecordId | null;
  readonly remove: (id: RecordId) => boolean;
  readonly move: (id: RecordId, afterId: RecordId | null) => boolean;
  readonly paste: (afterId: RecordId | null, texts: readonly string[]) => boolean;
}
