import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Random } from '@shared/core/kernel/random';
import { type Place, samePlace } from '@shared/core/model/place';
import type { Platform } from '../platform/platform';
import type { ChecksStore } from './checks-store';
import type { FindStore } from './find-store';
import type { DocumentState, DocumentStore } from './document-state';
import type { Message, MessagesState, MessagesStore } from './messages';
import type { OlderReader } from './older-reader';
import type { PendingEdits } from './pending-edits';
import type { ProjectOpener } from './project-opener';
import type { SettingsState, SettingsStore } from './settings-store';
import type { ViewState, ViewStore } from './view-store';

/** Everything the window is made of, built once in `window.tsx` (or by a test) and handed down. */
export interface Studio {
  readonly platform: Platform;
  readonly document: DocumentStore;
  readonly view: ViewStore;
  readonly messages: MessagesStore;
  /** What the rules say about the open project. */
  readonly checks: ChecksStore;
  readonly find: FindStore;
  readonly settings: SettingsStore;
  readonly pending: PendingEdits;
  /** Older steps of the history, read from the journal. */
  readonly older: OlderReader;
  readonly opener: ProjectOpener;
  /** Now, as UTC instant. */
  readonly clock: () => string;
  /** For new ids (samples, new projects). */
  readonly random: Random;
}

export const StudioContext = createContext<Studio | null>(null);

export function useStudio(): Studio {
  const studio = use(StudioContext);
  if (studio === null) throw new Error('The window was drawn outside of a studio.');
  return studio;
}

/** A part of the open project; draws again only when that part has changed. */
export function useDocument<Part>(selector: (state: DocumentState) => Part): Part {
  return useStore(useStudio().document, selector);
}

/** A part of how the window stands. */
export function useView<Part>(selector: (state: ViewState) => Part): Part {
  return useStore(useStudio().view, selector);
}

export function useMessages<Part>(selector: (state: MessagesState) => Part): Part {
  return useStore(useStudio().messages, selector);
}

export function useSettings<Part>(selector: (state: SettingsState) => Part): Part {
  return useStore(useStudio().settings, selector);
}

/** The refusal that belongs to one field, to be said there; undefined when there is none. */
export function useRefusalAt(place: Place): Message | undefined {
  return useMessages(({ message }) =>
    message?.tone === 'refusal' && samePlace(message.at, place) ? message : undefined,
  );
}
