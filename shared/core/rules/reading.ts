import { titleText } from '../words/wording';
import type { RecordId } from '../kernel/id';
import type { ListItem } from '../model/field';
import { allChildrenOf, childrenOf, type Project } from '../model/project';
import {
  fieldOf,
  isKnown,
  type Kind,
  kindSpec,
  type KnownRecord,
  type RecordOf,
} from '../model/record';

/** True when nothing can be read in a text. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** How many characters a text has as teachers count them: no blanks, no line ends. */
export function characterCount(text: string): number {
  return Array.from(text.replace(/\s/gu, '')).length;
}

/** True when some of the words stand in the text. */
export function hasWord(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

/** The items of a list that are written. */
export function writtenItems(items: readonly ListItem[]): readonly ListItem[] {
  return items.filter(({ text }) => !isBlank(text));
}

type KindWithText = {
  [K in Kind]: RecordOf<K> extends { readonly text: string } ? K : never;
}[Kind];

/** The lines of one kind below a record that are written. */
export function writtenLines<K extends KindWithText>(
  project: Project,
  parentId: RecordId,
  kind: K,
): readonly RecordOf<K>[] {
  return childrenOf(project, parentId, kind).filter(({ text }) => !isBlank(text));
}

/**
 * True when somebody has begun to write in a record: some field beyond its name, or something in
 * what stands directly below it. Links, choices and locks are no writing.
 */
export function isBegun(project: Project, record: KnownRecord): boolean {
  return (
    hasContent(record, ['name', 'majorCode', 'baseCode']) ||
    allChildrenOf(project, record.id).some((child) => isKnown(child) && hasContent(child, []))
  );
}

/** True when some written field of the record is filled, those given aside. */
export function hasContent(record: KnownRecord, aside: readonly string[]): boolean {
  return Object.entries(kindSpec(record.kind).fields).some(([field, spec]) => {
    if (aside.includes(field)) return false;
    switch (spec.type) {
      case 'line':
      case 'date':
      case 'note':
      case 'text':
        return !isBlank(titleText(record, field));
      case 'items':
        return writtenItems(fieldOf(record, field) as readonly ListItem[]).length > 0;
      case 'hours':
      case 'percent':
      case 'count':
        return fieldOf(record, field) !== null;
      default:
        return false;
    }
  });
}

/** True for a 工学一体化课程: the other kinds have no objectives and tasks of their own here. */
export function isIntegrated(course: RecordOf<'course'>): boolean {
  return course.courseKind === 'integrated';
}
