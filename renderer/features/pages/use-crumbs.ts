import { useShallow } from 'zustand/react/shallow';
import type { RecordId } from '@shared/core/kernel/id';
import { find, type Project, titleOf } from '@shared/core/model/project';
import {
  isKnown,
  isOf,
  kindSpec,
  type KnownRecord,
  type RecordOf,
} from '@shared/core/model/record';
import { useDocument } from '../../state/studio';
import type { Crumb } from './page-frame';

/** The way from the major down to the parent of a record. */
export function useCrumbs(recordId: RecordId): readonly Crumb[] {
  const records = useDocument(useShallow(({ project }) => ancestors(project, recordId)));
  return records.map((record) => ({ id: record.id, name: nameOf(record) }));
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

function nameOf(record: KnownRecord): string {
  return isOf(record, 'majorLevel') ? levelWord(record) : titleOf(record);
}

/** 中级, 高级, 预备技师（技师）. */
export function levelWord({ level }: RecordOf<'majorLevel'>): string {
  const spec = kindSpec('majorLevel').fields.level;
  if (spec?.type !== 'choice') return '';
  return spec.words[spec.options.indexOf(level)] ?? '';
}
