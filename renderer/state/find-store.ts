import { createStore, type StoreApi } from 'zustand/vanilla';

/** What is looked for; the panel comes and goes, this stays. */
export interface FindState {
  readonly query: string;
  readonly replacement: string;
  readonly matchCase: boolean;
  readonly matchWidth: boolean;
  /** The line for the replacement is shown. */
  readonly replacing: boolean;
  /** Grows when the panel is asked for, so that its field takes the focus. */
  readonly asked: number;
  readonly change: (part: Partial<Omit<FindState, 'change' | 'ask' | 'asked' | 'answer'>>) => void;
  /** Opens the field; `query` when words are marked on the page. */
  readonly ask: (replacing: boolean, query: string) => void;
  /** True once for each time it was asked for: a panel that is drawn anew must not take the focus again. */
  readonly answer: () => boolean;
}

export type FindStore = StoreApi<FindState>;

export function createFindStore(): FindStore {
  let answered = 0;
  return createStore<FindState>()((set, get) => ({
    query: '',
    replacement: '',
    matchCase: false,
    matchWidth: false,
    replacing: false,
    asked: 0,
    change(part) {
      set(part);
    },
    ask(replacing, query) {
      set({ replacing, asked: get().asked + 1, ...(query === '' ? {} : { query }) });
    },
    answer() {
      const isNew = get().asked > answered;
      answered = get().asked;
      return isNew;
    },
  }));
}
