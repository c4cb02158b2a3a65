/**
 * Typed text that has not become a command yet. A field that holds such text registers here, so that
 * undo, Ctrl+S, export, opening another page and closing the window take it along first.
 */
export interface PendingEdits {
  /** Registers the commit of one field; returns how to take it back. Adding the same function twice is harmless. */
  readonly add: (commit: () => void) => () => void;
  /** Commits everything that is waiting. A field in the middle of a composition commits nothing. */
  readonly commitAll: () => void;
}

export function createPendingEdits(): PendingEdits {
  const waiting = new Set<() => void>();
  return {
    add(commit) {
      waiting.add(commit);
      return () => {
        waiting.delete(commit);
      };
    },
    commitAll() {
      for (const commit of [...waiting]) commit();
    },
  };
}
