import type { ReactNode } from 'react';
import { originHash } from '@shared/core/changes/lineage';
import { newId } from '@shared/core/kernel/id';
import { seededRandom } from '@shared/core/kernel/random';
import { childrenOf } from '@shared/core/model/project';
import { type AnyRecord, type Kind, type RecordOf, storedForm } from '@shared/core/model/record';
import { createChecksStore } from '@renderer/state/checks-store';
import { createDocumentStore } from '@renderer/state/document-store';
import { createFindStore } from '@renderer/state/find-store';
import { createMessagesStore } from '@renderer/state/messages';
import { createPendingEdits } from '@renderer/state/pending-edits';
import { createSettingsStore } from '@renderer/state/settings-store';
import { type Studio, StudioContext } from '@renderer/state/studio';
import { createViewStore } from '@renderer/state/view-store';

/** A window without shell: real store, real commands, nothing is saved. */
export function studioWith(records: readonly AnyRecord[], readOnly = false): Studio {
  const random = seededRandom(20261121);
  const clock = () => '2026-11-21T08:00:00.000Z';
  const document = createDocumentStore({ random, clock, author: () => '' });
  const projectId = newId('pj', random);
  document.getState().load(
    {
      session: 's0000000000000000',
      title: '汽车维修',
      file: { fileName: '汽车维修.gxk', place: '' },
      standing: {
        projectId,
        head: { copyId: newId('cp', random), seq: 0, changeHash: originHash(projectId) },
        lineage: {},
      },
      records: records.map(storedForm),
      entries: [],
      earlier: null,
      writtenAt: '',
      writtenSeq: 0,
      notices: [],
      readOnly,
    },
    () => ({ take: () => undefined, flush: () => Promise.resolve(), stop: () => undefined }),
  );
  return {
    document,
    view: createViewStore(),
    messages: createMessagesStore(),
    checks: createChecksStore(),
    find: createFindStore(),
    settings: createSettingsStore(),
    pending: createPendingEdits(),
    older: { more: () => Promise.resolve() },
    clock,
    random,
    // Pages reach neither the shell nor other projects.
    platform: undefined as never,
    opener: undefined as never,
  };
}

export function InStudio({
  studio,
  children,
}: {
  readonly studio: Studio;
  readonly children: ReactNode;
}) {
  return <StudioContext value={studio}>{children}</StudioContext>;
}

/** All records of a kind under a parent as they stand now. */
export function childrenNow<K extends Kind>(
  studio: Studio,
  kind: K,
  parentId: string,
): readonly RecordOf<K>[] {
  return childrenOf(studio.document.getState().project, parentId, kind);
}
