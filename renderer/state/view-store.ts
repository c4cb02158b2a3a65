import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecordId } from '@shared/core/kernel/id';
import { type Place, samePlace } from '@shared/core/model/place';
import { partOfPlace } from './pages/registry';

/** Pages that are no part of a project and need nothing said to be shown. */
export const plainPages = ['start', 'backups', 'kept', 'settings'] as const;

/** What the help is divided into. */
export const helpTopicIds = ['begin', 'keys', 'files', 'paste', 'questions'] as const;

export type HelpTopic = (typeof helpTopicIds)[number];

/** What stands in the middle of the window. */
export type Page =
  | { readonly kind: (typeof plainPages)[number] }
  | { readonly kind: 'help'; readonly topic: HelpTopic }
  /** The page of the record or, where it has none of its own, of its nearest owner (`page-owner.ts`). */
  | {
      readonly kind: 'record';
      readonly id: RecordId;
      /** Which page of the record; left out = its first. */
      readonly part?: string | undefined;
    };

/** How far the teacher is on the way through the first hour. */
export interface Tour {
  /** Shown above the page; left and taken up again at any time. */
  readonly open: boolean;
  /** Ids of the steps done or skipped. */
  readonly done: readonly string[];
}

/** A wish to put the cursor somewhere; `nonce` grows, so that the same place can be asked for twice. */
export type FocusRequest = Place & { readonly nonce: number };

export const sideTabs = ['checks', 'find', 'preview', 'history'] as const;

export type SideTab = (typeof sideTabs)[number];

/** Overlays that need nothing said to be shown. */
export const plainOverlays = ['palette', 'export', 'baseline', 'create', 'keys', 'about'] as const;

/** What floats above the window; one thing at a time. */
export type Overlay =
  | { readonly kind: (typeof plainOverlays)[number] }
  | { readonly kind: 'delete'; readonly ids: readonly RecordId[] };

export interface ViewState {
  readonly page: Page;
  /** Where the cursor is (the preview follows it); null when it is in no field. */
  readonly cursor: Place | null;
  readonly focusRequest: FocusRequest | null;
  readonly sideTab: SideTab;
  /** The papers chosen in the preview, by the one it would show of a page by itself. */
  readonly previewChoices: Readonly<Record<string, string>>;
  readonly overlay: Overlay | null;
  /** Outline rows that are folded; everything else is open. */
  readonly folded: ReadonlySet<RecordId>;
  /** Columns hidden by the teacher; null = as the width of the window says. */
  readonly outlineOpen: boolean | null;
  readonly sideOpen: boolean | null;
  readonly tour: Tour;
  readonly back: readonly Page[];
  readonly forward: readonly Page[];
  /** Shows a page; the one before can be gone back to. */
  readonly show: (page: Page) => void;
  /** Shows the page of a place and asks for the focus on it. */
  readonly select: (place: Place) => void;
  /** Told by fields when they take the focus; never asks for it. */
  readonly noteCursor: (cursor: Place | null) => void;
  readonly clearFocusRequest: (nonce: number) => void;
  readonly goBack: () => void;
  readonly goForward: () => void;
  readonly setSideTab: (sideTab: SideTab) => void;
  readonly choosePreview: (usual: string, chosen: string) => void;
  readonly setOverlay: (overlay: Overlay | null) => void;
  readonly setFolded: (id: RecordId, folded: boolean) => void;
  readonly setColumns: (columns: {
    readonly outlineOpen?: boolean | null;
    readonly sideOpen?: boolean | null;
  }) => void;
  readonly setTour: (tour: Partial<Tour>) => void;
  /** Forgets everything about the project that was open. */
  readonly reset: (page: Page) => void;
}

export type ViewStore = StoreApi<ViewState>;

const fresh = {
  cursor: null,
  focusRequest: null,
  overlay: null,
  folded: new Set<RecordId>(),
  back: [],
  forward: [],
};

type Put = ViewStore['setState'];
type Get = ViewStore['getState'];

/** How the window stands: selection, folding, panels. Never in undo, never in the file. */
export function createViewStore(): ViewStore {
  return createStore<ViewState>()((set, get) => ({
    ...fresh,
    page: { kind: 'start' },
    sideTab: 'preview',
    previewChoices: {},
    outlineOpen: null,
    sideOpen: null,
    tour: { open: false, done: [] },
    ...moving(set, get),
    ...arranging(set, get),
  }));
}

function moving(
  set: Put,
  get: Get,
): Pick<
  ViewState,
  'show' | 'select' | 'noteCursor' | 'clearFocusRequest' | 'goBack' | 'goForward'
> {
  let asked = 0;
  return {
    show(page) {
      if (samePage(get().page, page)) return;
      // Leafing through the help is one stay in it.
      const isLeaf = page.kind === 'help' && get().page.kind === 'help';
      const back = isLeaf ? get().back : [...get().back, get().page].slice(-50);
      set({ page, back, forward: [], cursor: null });
    },
    select(place) {
      get().show({ kind: 'record', id: place.record, part: partOfPlace(place) });
      asked += 1;
      set({ focusRequest: { ...place, nonce: asked } });
    },
    noteCursor(cursor) {
      if (!samePlace(get().cursor, cursor)) set({ cursor });
    },
    clearFocusRequest(nonce) {
      if (get().focusRequest?.nonce === nonce) set({ focusRequest: null });
    },
    goBack() {
      const page = get().back.at(-1);
      if (page === undefined) return;
      set({ page, back: get().back.slice(0, -1), forward: [get().page, ...get().forward] });
    },
    goForward() {
      const [page, ...forward] = get().forward;
      if (page !== undefined) set({ page, back: [...get().back, get().page], forward });
    },
  };
}

function arranging(
  set: Put,
  get: Get,
): Pick<
  ViewState,
  'setSideTab' | 'choosePreview' | 'setOverlay' | 'setFolded' | 'setColumns' | 'setTour' | 'reset'
> {
  return {
    setSideTab(sideTab) {
      set({ sideTab, sideOpen: true });
    },
    choosePreview(usual, chosen) {
      set({ previewChoices: { ...get().previewChoices, [usual]: chosen } });
    },
    setOverlay(overlay) {
      set({ overlay });
    },
    setFolded(id, folded) {
      const next = new Set(get().folded);
      if (folded) next.add(id);
      else next.delete(id);
      set({ folded: next });
    },
    setColumns(columns) {
      set(columns);
    },
    setTour(tour) {
      set({ tour: { ...get().tour, ...tour } });
    },
    reset(page) {
      set({ ...fresh, page });
    },
  };
}

function samePage(left: Page, right: Page): boolean {
  if (left.kind !== right.kind) return false;
  if (left.kind === 'help' && right.kind === 'help') return left.topic === right.topic;
  if (left.kind !== 'record' || right.kind !== 'record') return true;
  return left.id === right.id && left.part === right.part;
}
