import { useShallow } from 'zustand/react/shallow';
import type { RecordId } from '@shared/core/kernel/id';
import { find, type Project } from '@shared/core/model/project';
import { isKnown, type KnownRecord } from '@shared/core/model/record';
import { recordName } from '@shared/core/words/wording';
import { useDocument } from '../../state/studio';
import type { Crumb } from './page-frame';

/** The way from the major down to the parent of a record. */
export function useCrumbs(recordId: RecordId): readonly Crumb[] {
  const records = useDocument(useShallow(({ project }) => ancestors(project, recordId)));
  return records.map((record) => ({ id: record.id, name: recordName(record) }));
}

function ancestors(project: Project, recordId: RecordId): readonly KnownRecord[] {
  const found: KnownRecord[] = [];
  let record = find(project, find(project, recordId)?.parentId ?? null);
  while (record !== undefined && isKnown(record) && !found.includes(record)) {
    found.unshift(record);
    record = find(project, record.parentId);
  }
  return found;
}
