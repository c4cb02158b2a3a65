import { createStore, type StoreApi } from 'zustand/vanilla';
import { createKeptTexts, type KeptTexts } from './writing/kept-texts';

/** How the text in one field stands to the project. */
export type Holding =
  /** The project has it. */
  | 'nothing'
  /** It is being written: typed, composed, or put together in a dialog. */
  | 'writing'
  /** It was refused and still stands as typed. */
  | 'refused';

/** What all fields together hold that the project does not have. */
export interface HeldText {
  readonly writing: boolean;
  readonly refused: boolean;
}

/** One field among those that may hold text of their own. */
export interface PendingField {
  readonly note: (holding: Holding) => void;
  /** The field is gone. */
  readonly remove: () => void;
}

/**
 * Typed text that has not become a command yet. A field that can hold such text registers here, so that
 * undo, Ctrl+S, export, opening another page and closing the window take it along first, and so that
 * nothing is called saved while a field holds text that is not.
 */
export interface PendingEdits {
  readonly store: StoreApi<HeldText>;
  /** What was refused, also of pages that are not shown. */
  readonly kept: KeptTexts;
  readonly add: (commit: () => void) => PendingField;
  /** Commits everything that is waiting. A field in the middle of a composition commits nothing. */
  readonly commitAll: () => void;
}

/** `isThere` answers whether a record is in the project: what was refused in one that is gone holds up nothing. */
export function createPendingEdits(
  isThere: (recordId: string) => boolean = () => true,
): PendingEdits {
  const kept = createKeptTexts();
  const commits = new Set<() => void>();
  const writing = new Set<PendingField>();
  const refused = new Set<PendingField>();
  const store = createStore<HeldText>()(() => ({ writing: false, refused: false }));
  const show = () => {
    const isRefused = refused.size > 0 || isKeptAnywhere(kept, isThere);
    tell(store, { writing: writing.size > 0, refused: isRefused });
  };
  kept.store.subscribe(show);
  return {
    store,
    kept,
    add(commit) {
      // Two fields may hand in the same function; each goes by itself.
      const own = commit.bind(undefined);
      const field: PendingField = {
        note(holding) {
          writing.delete(field);
          refused.delete(field);
          if (holding === 'writing') writing.add(field);
          if (holding === 'refused') refused.add(field);
          show();
        },
        remove() {
          commits.delete(own);
          field.note('nothing');
        },
      };
      commits.add(own);
      return field;
    },
    commitAll() {
      for (const commit of [...commits]) commit();
      show();
    },
  };
}

function isKeptAnywhere({ store }: KeptTexts, isThere: (recordId: string) => boolean): boolean {
  const places = [...store.getState().texts.keys()];
  return places.some((place) => isThere(place.split(' ', 1)[0] ?? ''));
}

/** Asked with every key: only what has changed is told. */
function tell(store: StoreApi<HeldText>, held: HeldText): void {
  const { writing, refused } = store.getState();
  if (held.writing !== writing || held.refused !== refused) store.setState(held);
}
