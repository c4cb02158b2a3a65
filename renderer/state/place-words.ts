import type { Place } from '@shared/core/model/place';
import { find, type Project } from '@shared/core/model/project';
import {
  type AnyRecord,
  fieldSpec,
  isKnown,
  kindSpec,
  type KnownRecord,
} from '@shared/core/model/record';
import { pageOwner } from './page-owner';
import { recordName } from './record-name';

const longest = 18;

/** Where a place is, as a teacher would say it: 课程“汽车维护” · 课程目标“能读懂…” · 内容. */
export function placeWords(project: Project, place: Place): string {
  const record = find(project, place.record);
  if (record === undefined || !isKnown(record)) return '';
  const owner = pageOwner(project, record.id);
  const named = fieldWords(record, place);
  const parts = [
    owner === undefined || owner.id === record.id ? '' : words(owner),
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

/** The label of the field of a place, or of the kind of what is missing there. */
function fieldWords(record: KnownRecord, { field = '', missing }: Place): string {
  if (missing !== undefined) return kindSpec(missing).label;
  return fieldSpec(record.kind, field)?.label ?? '';
}
