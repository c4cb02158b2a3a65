import { isMapping } from '../model/family';
import { choiceWord, kindWord } from '../words/wording';
import type { ListItem } from '../model/field';
import { titleOf } from '../model/project';
import { fieldOf, type Kind, type KnownRecord } from '../model/record';
import { fieldsOf } from '../model/fields-of';
import type { RecordId } from '../kernel/id';
import { type Fragment, fragmentJson, fragmentType } from '../fragments/fragment';

/** A line of what other programs get: how deep it stands and what it says. */
interface Written {
  readonly depth: number;
  readonly text: string;
}

/** What to put on the clipboard, by type: for this app, and for Word, WPS and a text editor. */
export function clipboardForms(fragment: Fragment): Readonly<Record<string, string>> {
  const lines = writtenLines(fragment);
  return {
    [fragmentType]: fragmentJson(fragment),
    'text/plain': lines.map(({ text }) => text).join('\n'),
    'text/html': lines.map(paragraph).join('\n'),
  };
}

function paragraph({ depth, text }: Written): string {
  const words = escaped(text).replaceAll('\n', '<br>');
  return `<p style="margin:0 0 0 ${String(depth * 2)}em">${words}</p>`;
}

/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function writtenLines({ roots, records }: Fragment): readonly Written[] {
  const children = new Map<RecordId, KnownRecord[]>();
  for (const record of records) {
    const siblings = children.get(record.parentId ?? '');
    if (siblings) siblings.push(record);
    else children.set(record.parentId ?? '', [record]);
  }
  const wanted = new Set(roots);
  const lines: Written[] = [];
  for (const root of records.filter(({ id }) => wanted.has(id))) {
    lines.push({ depth: 0, text: titleOf(root) });
    write(lines, { record: root, children, depth: 1 });
  }
  return lines;
}

interface Part {
  readonly record: KnownRecord;
  readonly children: ReadonlyMap<RecordId, readonly KnownRecord[]>;
  readonly depth: number;
}

/** What stands below a title: the fields that are written, then the parts, kind by kind. */
function write(lines: Written[], { record, children, depth }: Part): void {
  for (const text of fieldLines(record)) lines.push({ depth, text });
  const parts = (children.get(record.id) ?? []).filter(({ kind }) => !isMapping(kind));
  for (const [kind, alike] of byKind(parts)) {
    lines.push({ depth, text: kindWord(kind) });
    alike.forEach((part, index) => {
      const title = titleOf(part);
      const isNamed = title !== kindWord(kind);
      if (isNamed) lines.push({ depth: depth + 1, text: `${String(index + 1)}. ${title}` });
      write(lines, { record: part, children, depth: isNamed ? depth + 2 : depth + 1 });
    });
  }
}

function byKind(records: readonly KnownRecord[]): ReadonlyMap<Kind, readonly KnownRecord[]> {
  const kinds = new Map<Kind, KnownRecord[]>();
  for (const record of records) {
    const alike = kinds.get(record.kind);
    if (alike) alike.push(record);
    else kinds.set(record.kind, [record]);
  }
  return kinds;
}

/** 基准学时：180 — every field with something in it but the title, marks and what points elsewhere. */
function fieldLines(record: KnownRecord): readonly string[] {
  return fieldsOf(record.kind).flatMap(({ field, label, spec }) => {
    const value = fieldOf(record, field);
    if (value === titleOf(record)) return [];
    switch (spec.type) {
      case 'line':
      case 'date':
      case 'note':
      case 'text':
        return typeof value === 'string' && value.trim() !== '' ? [`${label}：${value}`] : [];
      case 'items':
        return itemLines(label, value as readonly ListItem[]);
      case 'hours':
      case 'count':
        return typeof value === 'number' ? [`${label}：${String(value)}`] : [];
      case 'percent':
        return typeof value === 'number' ? [`${label}：${String(value)}%`] : [];
      case 'choice':
        return typeof value === 'string'
          ? [`${label}：${choiceWord(record.kind, field, value)}`]
          : [];
      case 'flag':
      case 'ref':
      case 'stamp':
        return [];
    }
  });
}

function itemLines(label: string, items: readonly ListItem[]): readonly string[] {
  return items.length === 0 ? [] : [`${label}：${items.map(({ text }) => text).join('；')}`];
}
