import { apply } from '@shared/core/changes/change';
import { nextEntry, storeEntry } from '@shared/core/changes/entry';
import { emptyHistory, type History, recordEntry } from '@shared/core/changes/history';
import { originHash } from '@shared/core/changes/lineage';
import { editField } from '@shared/core/commands/edit-field';
import { seededRandom } from '@shared/core/kernel/random';
import { type Project, projectOf } from '@shared/core/model/project';
import type { AnyRecord } from '@shared/core/model/record';

/** A project that is edited as the window edits it, without the window. */
export interface Edited {
  project: Project;
  history: History;
  head: { copyId: string; seq: number; changeHash: string };
  readonly ids: readonly string[];
}

const random = seededRandom(50_000);

export function editedOf(records: readonly AnyRecord[]): Edited {
  return {
    project: projectOf(records),
    history: emptyHistory,
    head: { copyId: 'cp0000000000000000', seq: 0, changeHash: originHash('pj0000000000000000') },
    ids: records.filter(({ kind }) => kind === 'courseObjective').map(({ id }) => id),
  };
}

/** One key in one of the objectives: command, change, entry of the journal with its hash, history. */
export function edit(edited: Edited, index: number): ReturnType<typeof nextEntry> {
  const id = edited.ids[random.below(edited.ids.length)] ?? '';
  const value = `能按照维修手册完成第${String(index)}项检查，记录准确。`;
  const result = editField.run(edited.project, { id, field: 'text', value }, { random });
  if (!result.ok) throw new Error(result.failure.message);
  const { label, group, change } = result.value;
  const at = new Date(1_700_000_000_000 + index * 60_000).toISOString();
  const content = { action: 'do', of: null, command: editField.id, label, group, at } as const;
  const entry = nextEntry(edited.head, { ...content, author: '', change });
  edited.project = apply(edited.project, change);
  edited.history = recordEntry(edited.history, entry);
  edited.head = { ...edited.head, seq: entry.seq, changeHash: entry.changeHash };
  JSON.stringify(storeEntry(entry));
  return entry;
}
