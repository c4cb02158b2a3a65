import type { Random } from '@shared/core/kernel/random';
import type { Platform } from '../platform/platform';
import { createChecksStore } from '../state/checks-store';
import type { DocumentStore, EntrySink, SavedBase } from '../state/document-state';
import { createDocumentStore } from '../state/document-store';
import type { Drafts } from '../state/drafts';
import { createFindStore } from '../state/find-store';
import { createMessagesStore } from '../state/messages';
import { createOlderReader } from '../state/older-reader';
import { createPendingEdits } from '../state/pending-edits';
import { createProjectOpener } from '../state/project-opener';
import { createSettingsStore } from '../state/settings-store';
import type { Studio } from '../state/studio';
import { createViewStore } from '../state/view-store';
import { createDraftKeeper } from '../storage/draft-keeper';
import type { After } from '../storage/lane';
import { createSaveQueue } from '../storage/save-queue';

export interface StudioParts {
  readonly platform: Platform;
  readonly drafts: Drafts;
  readonly random: Random;
  /** Now, as UTC instant. */
  readonly clock: () => string;
  readonly after: After;
}

/** Puts the window together from its parts; `window.tsx` gives the real ones, a test its own. */
export function createStudio(parts: StudioParts): Studio {
  const { platform, drafts, clock, random } = parts;
  const settings = createSettingsStore();
  const document = createDocumentStore({
    random,
    clock,
    author: () => settings.getState().settings.author,
  });
  const view = createViewStore();
  const pending = createPendingEdits((id) => document.getState().project.records.has(id));
  document.subscribe(({ session }, before) => {
    if (session !== before.session) pending.kept.clear();
  });
  const opener = createProjectOpener({
    platform,
    document,
    view,
    drafts,
    pending,
    sinkFor: (base) => sinkFor(parts, document, base),
  });
  return {
    platform,
    document,
    view,
    messages: createMessagesStore(),
    checks: createChecksStore(),
    find: createFindStore(),
    settings,
    pending,
    older: createOlderReader({ document, platform }),
    opener,
    clock,
    random,
  };
}

function sinkFor(
  { platform, drafts, after }: StudioParts,
  document: DocumentStore,
  base: SavedBase,
): EntrySink & { readonly stop: () => void } {
  const { noteSaved, noteSlow, noteProblem } = document.getState();
  return createSaveQueue({
    session: base.session,
    platform,
    keeper: createDraftKeeper({ drafts, after, ...base }),
    after,
    onSaved: noteSaved,
    onSlow: () => {
      noteSlow(true);
    },
    onProblem: noteProblem,
  });
}
