import type { RecordId } from '@shared/core/kernel/id';
import type { Place } from '@shared/core/model/place';
import type { PastedRow } from '@shared/core/clipboard/pasted-rows';
import type { Kind } from '@shared/core/model/record';

/** One line of a list: a record or an item inside a record. */
export interface Line {
  readonly id: RecordId;
  readonly text: string;
}

/** Where pasted rows go: behind a line (null = first), or the first of them into an empty line. */
export interface PastePlace {
  readonly afterId: RecordId | null;
  readonly intoId: RecordId | null;
  /** Lines they take the place of: those selected together. */
  readonly insteadOf?: readonly RecordId[];
}

/**
 * What can be done with the lines of a list, whatever they are stored as. Each answers the line to
 * put the cursor in, or null when nothing was done (the reason has been said).
 */
export interface LineOperations {
  readonly place: (id: RecordId) => Place;
  readonly edit: (id: RecordId, text: string) => boolean;
  readonly add: (afterId: RecordId | null, text: string) => RecordId | null;
  /** Breaks a line in two; answers the new one with the tail. */
  readonly split: (id: RecordId, head: string, tail: string) => RecordId | null;
  /** Appends a line to the one before it; answers that one. */
  readonly join: (id: RecordId, previousId: RecordId) => RecordId | null;
  readonly remove: (id: RecordId) => boolean;
  /** Takes several lines away in one step, which what is typed into another line next belongs to. */
  readonly removeAll: (ids: readonly RecordId[], typedInto?: RecordId) => boolean;
  readonly move: (id: RecordId, afterId: RecordId | null) => boolean;
  /** What the lines are, for matching the columns of a pasted table; kind null = texts. */
  readonly target: { readonly kind: Kind | null; readonly given: readonly string[] };
  /** Makes a line of each row, in one step. */
  readonly paste: (place: PastePlace, rows: readonly PastedRow[]) => boolean;
}
