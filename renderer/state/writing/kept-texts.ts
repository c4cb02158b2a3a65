import { createStore, type StoreApi } from 'zustand/vanilla';

/** By the place it was written at; the first word of the name of a place is the id of its record. */
type Texts = ReadonlyMap<string, string>;

/**
 * Text that was refused and still stands as typed. It is kept while its page is not shown, until it is
 * mended or what stood there is restored; never longer than its project is open.
 */
export interface KeptTexts {
  readonly store: StoreApi<{ readonly texts: Texts }>;
  readonly at: (place: string) => string | undefined;
  /** Keeps a text at a place; null = nothing is refused there any more. */
  readonly put: (place: string, text: string | null) => void;
  readonly clear: () => void;
}

export function createKeptTexts(): KeptTexts {
  const store = createStore<{ readonly texts: Texts }>()(() => ({ texts: new Map() }));
  return {
    store,
    at: (place) => store.getState().texts.get(place),
    put(place, text) {
      const { texts } = store.getState();
      if ((texts.get(place) ?? null) === text) return;
      const next = new Map(texts);
      if (text === null) next.delete(place);
      else next.set(place, text);
      store.setState({ texts: next });
    },
    clear() {
      if (store.getState().texts.size > 0) store.setState({ texts: new Map() });
    },
  };
}
