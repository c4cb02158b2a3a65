import { titleFieldOf } from '../model/family';
import type { FieldSpec } from '../model/field';
import { type Kind, kindSpec } from '../model/record';
import { fieldsOf } from '../model/fields-of';
import { cleanText } from './clean-paragraphs';

/** What a pasted column can be: the line itself (`title`) or another field of the record. */
export interface ColumnRole {
  readonly id: string;
  readonly label: string;
  readonly type: FieldSpec['type'];
  readonly spec: FieldSpec | null;
  /** Words that stand over such a column. */
  readonly words: readonly string[];
}

const pastable: ReadonlySet<FieldSpec['type']> = new Set<FieldSpec['type']>([
  'line',
  'date',
  'note',
  'text',
  'hours',
  'percent',
  'count',
  'choice',
]);

/** The columns that can be pasted into a list of a kind; null = a list of texts. */
export function rolesOf(
  kind: Kind | null,
  noun: string,
  title = kind === null ? undefined : titleFieldOf(kind),
): readonly ColumnRole[] {
  const titleWords = [noun, '名称', '内容'];
  if (kind === null) {
    return [{ id: 'title', label: noun, type: 'line', spec: null, words: titleWords }];
  }
  const { label: kindLabel } = kindSpec(kind);
  const roles: ColumnRole[] = [];
  for (const { field, label, spec } of fieldsOf(kind)) {
    const { type } = spec;
    if (field === title) {
      const words = [...titleWords, label, kindLabel, `${kindLabel}名称`];
      roles.push({ id: 'title', label, type, spec, words });
    } else if (pastable.has(type)) {
      roles.push({ id: field, label, type, spec, words: [label, ...synonyms(kindLabel, spec)] });
    }
  }
  return roles;
}

function synonyms(kindLabel: string, { label, type }: FieldSpec): readonly string[] {
  const short = [
    ...(label.startsWith(kindLabel) ? [label.slice(kindLabel.length)] : []),
    // 职务或职称: either word stands over such a column.
    ...(label.includes('或') ? label.split('或') : []),
  ];
  return type === 'hours' ? [...short, '学时', '课时', '基准学时', '参考学时'] : short;
}

/** The role a header names; null = a running number, undefined = nothing known. */
export function headerRole(
  header: string,
  roles: readonly ColumnRole[],
): string | null | undefined {
  const words = plain(header);
  if (words === '') return undefined;
  if (/^(?:序号|编号|no\.?)$/iu.test(words)) return null;
  return roles.find((role) => role.words.some((word) => plain(word) === words))?.id;
}

/** A header without blanks and what stands in brackets: 参考学时（节） → 参考学时. */
function plain(header: string): string {
  return cleanText(header)
    .normalize('NFKC')
    .replace(/\([^()]*\)/gu, '')
    .replace(/[\s::]/gu, '');
}
