import type { RecordId } from '../kernel/id';
import { optionWord } from '../model/field';
import { find, type Project, titleOf } from '../model/project';
import {
  fieldOf,
  isKnown,
  type Kind,
  kindSpec,
  type KnownRecord,
  type RecordOf,
} from '../model/record';
import { shortened } from '../model/text';
import { isMapping, mappedTo } from '../model/family';

/** A text in quotation marks, shortened; what is empty is called so. */
export function quoted(text: string): string {
  return text.trim() === '' ? '（空）' : `“${shortened(text)}”`;
}

/** The word for a kind. */
export function kindWord(kind: Kind): string {
  return kindSpec(kind).label;
}

/** A thing with the word for its kind: 课程“汽车维护”; 课程目标 when nothing is written in it. */
export function named(project: Project, record: KnownRecord): string {
  const target = mappedTo(project, record);
  if (record.kind === 'courseTermHours') return termWords(project, record);
  if (target !== undefined && record.kind !== 'assessmentPoint') {
    return linkWords(project, record, target);
  }
  if (record.kind === 'taskShare') return '学习任务';
  const own = ownTitle(record);
  if (own !== '') return `${kindWord(record.kind)}“${shortened(own)}”`;
  return kindWord(record.kind);
}

/** 课程目标“读单”与学习任务“更换机油”的对应; a share of the marks goes by its task. */
function linkWords(project: Project, record: KnownRecord, target: KnownRecord): string {
  if (record.kind === 'taskShare') return endName(project, target);
  const parent = find(project, record.parentId);
  const from = parent !== undefined && isKnown(parent) ? endName(project, parent) : '';
  return `${from}与${endName(project, target)}的对应`;
}

/**
 * An end of a mapping. In files of another hand that may be a mapping itself, the very same even: it goes
 * by its kind.
 */
function endName(project: Project, end: KnownRecord): string {
  return isMapping(end.kind) ? kindWord(end.kind) : named(project, end);
}

/** 课程“汽车维护”在初中起点三年第2学期 */
function termWords(project: Project, record: RecordOf<'courseTermHours'>): string {
  const course = find(project, record.parentId);
  const start = mappedTo(project, record);
  const where = start === undefined ? '' : titleOf(start);
  const who = course !== undefined && isKnown(course) ? endName(project, course) : '课程';
  return `${who}在${where}第${record.term ?? '？'}学期`;
}

/** Whose field it is, in a sentence like 把“汽车维护”的基准学时…; parts without a name go by what they belong to. */
export function ownerName(project: Project, record: KnownRecord): string {
  if (mappedTo(project, record) !== undefined && record.kind !== 'assessmentPoint') {
    return named(project, record);
  }
  let current: KnownRecord | undefined = record;
  const seen = new Set<RecordId>();
  while (current !== undefined && !seen.has(current.id)) {
    const own = ownTitle(current);
    if (own !== '') return `“${shortened(own)}”`;
    seen.add(current.id);
    const parent = find(project, current.parentId);
    current = parent !== undefined && isKnown(parent) ? parent : undefined;
  }
  return kindWord(record.kind);
}

function ownTitle(record: KnownRecord): string {
  if (record.kind === 'finalAssessment') return '';
  const title = recordName(record);
  return title === kindWord(record.kind) ? '' : title.trim();
}

/** The Chinese word of a level. */
export function levelWord(level: string): string {
  return choiceWord('majorLevel', 'level', level);
}

/** The Chinese word of a 课程类别: 公共基础课程 … */
export function courseKindWord(courseKind: string): string {
  return choiceWord('course', 'courseKind', courseKind);
}

/** What a record is called by itself: a level by its word, everything else by its title. */
export function recordName(record: KnownRecord): string {
  return record.kind === 'majorLevel' ? levelWord(record.level) : titleOf(record);
}

/** The Chinese word of an option of a choice field. */
export function choiceWord(kind: Kind, field: string, option: string): string {
  const spec = kindSpec(kind).fields[field];
  return spec?.type === 'choice' ? optionWord(spec, option) : option;
}

/** A number of things of a kind: 3 条课程目标, 2 门课程; the blank before the number belongs to it. */
export function countOf(kind: Kind, count: number): string {
  return ` ${count} ${kindSpec(kind).measure ?? '条'}${kindWord(kind)}`;
}

/** Things counted with the word for their kind if they are all of one, else as 项内容. */
export function counted(records: readonly KnownRecord[]): string {
  const kinds = new Set(records.map(({ kind }) => kind));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined
    ? countOf(only, records.length)
    : ` ${records.length} 项内容`;
}

/** The text in the field a record is known by. */
export function titleText(record: KnownRecord, field: string): string {
  const value = fieldOf(record, field);
  return typeof value === 'string' ? value : '';
}
