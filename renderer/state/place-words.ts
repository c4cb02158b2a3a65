import type { RecordId } from '@shared/core/kernel/id';
import { find, type Project } from '@shared/core/model/project';
import {
  type AnyRecord,
  fieldSpec,
  isKind,
  isKnown,
  kindSpec,
  type KnownRecord,
} from '@shared/core/model/record';
import { pageOwner } from './page-owner';
import { recordName } from './record-name';

const longest = 18;

/** Where a place is, as a teacher would say it: 课程“汽车维护” · 课程目标“能读懂…” · 内容. */
export function placeWords(
  project: Project,
  { recordId, field }: { readonly recordId: RecordId; readonly field: string | null },
): string {
  const record = find(project, recordId);
  if (record === undefined || !isKnown(record)) return '';
  const owner = pageOwner(project, recordId);
  const named = fieldWords(record, field);
  const parts = [
    owner === undefined || owner.id === recordId ? '' : words(owner),
    words(record),
    named === kindSpec(record.kind).label ? '' : named,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function words(record: AnyRecord): string {
  if (!isKnown(record)) return '';
  const { label } = kindSpec(record.kind);
  const name = recordName(record);
  if (name === '' || name === label) return label;
  return `${label}“${name.length > longest ? `${name.slice(0, longest)}…` : name}”`;
}

/** The label of a field, or of the kind of what is missing below the record. */
export function fieldWords(record: KnownRecord, field: string | null): string {
  if (field === null) return '';
  return isKind(field) ? kindSpec(field).label : (fieldSpec(record.kind, field)?.label ?? '');
}
