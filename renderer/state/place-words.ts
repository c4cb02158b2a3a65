import type { Place } from '@shared/core/model/place';
import { childrenOf, closest, find, type Project } from '@shared/core/model/project';
import {
  type AnyRecord,
  fieldSpec,
  isKnown,
  kindSpec,
  type KnownRecord,
} from '@shared/core/model/record';
import { pageOwner } from './page-owner';
import { recordName } from '@shared/core/words/wording';

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

/**
 * Where a place is, beside a sentence about it: the level, the course, then what it is; what the sentence
 * has named already is not said again, and what has no name is counted.
 * 中级 · 课程“汽车维护” · 第2个学习任务 · 学习任务名称.
 */
export function whereWords(project: Project, place: Place, sentence: string): string {
  const record = find(project, place.record);
  if (record === undefined || !isKnown(record)) return '';
  const level = closest(project, record.id, 'majorLevel');
  const around = closest(project, record.id, 'course') ?? pageOwner(project, record.id);
  const isAround = (other: AnyRecord | undefined): other is AnyRecord =>
    other !== undefined && ![record.id, level?.id].includes(other.id) && other.kind !== 'major';
  const parts = [
    level === undefined || level.id === record.id ? '' : recordName(level),
    isAround(around) ? unsaid(project, around, sentence) : '',
    unsaid(project, record, sentence),
    fieldWords(record, place),
  ];
  const { label } = kindSpec(record.kind);
  const said = parts.filter((part) => part !== '' && part !== label);
  return (said.length === 0 ? [label] : said).join(' · ');
}

/** 课程“汽车维护”; '' where the sentence names it; 第2门课程 where it has no name. */
function unsaid(project: Project, record: AnyRecord, sentence: string): string {
  if (!isKnown(record)) return '';
  const name = recordName(record);
  const { label, measure } = kindSpec(record.kind);
  if (name === '' || name === label) {
    if (measure === undefined) return label;
    const at = childrenOf(project, record.parentId, record.kind).findIndex(
      ({ id }) => id === record.id,
    );
    return `第${at + 1}${measure}${label}`;
  }
  // A sentence quotes the beginning of a long name.
  const isSaid = sentence.includes(`“${name.slice(0, longest)}`) || sentence.startsWith(name);
  return isSaid ? '' : words(record);
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
