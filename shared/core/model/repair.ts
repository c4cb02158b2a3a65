import { sha256Hex } from '../kernel/hash';
import { idPattern, itemCode, type RecordId } from '../kernel/id';
import { type AnyFieldValue, type FieldSpec, type ListItem, steppedValue } from './field';
import type { FieldPlace } from './place';
import { titleOf } from './project';
import { type AnyRecord, fieldOf, isKnown, kindSpec, type KnownRecord } from './record';
import {
  cleanCharacters,
  inOneLine,
  isUnfit,
  shortened,
  type TextShape,
  unfitCharacters,
} from './text';

/** What was put right in a record while it was read; the file keeps what it has until it is written. */
export interface RepairFinding extends FieldPlace {
  readonly finding: 'repaired-text' | 'repaired-number' | 'repaired-item-id';
  readonly message: string;
}

export interface Repair {
  readonly record: AnyRecord;
  readonly findings: readonly RepairFinding[];
}

const sound: readonly RepairFinding[] = [];

/**
 * A record with every text, number and item id as we would have written it. What comes from another
 * hand may hold characters that no Word file can, 100.50000000000001 学时, an item without an id of
 * ours. Depends on the record alone: file, journal and drafts come to the same, whichever is read.
 * A sound record is answered as it is. Records of kinds we do not know are kept verbatim.
 */
export function repairRecord(record: AnyRecord): Repair {
  if (!isKnown(record)) return { record, findings: sound };
  const values: Record<string, AnyFieldValue> = {};
  for (const [field, spec] of Object.entries(kindSpec(record.kind).fields)) {
    const value = fieldOf(record, field);
    if (value === undefined) continue;
    const repaired = repairedValue(spec, value, `${record.id} ${field}`);
    if (repaired !== value) values[field] = repaired;
  }
  const fields = Object.keys(values);
  if (fields.length === 0) return { record, findings: sound };
  const repaired = { ...record, ...values };
  const findings = fields.map((field) => findingOf(field, record, repaired));
  return { record: repaired, findings };
}

/** The repaired record alone. */
export function repairedRecord(record: AnyRecord): AnyRecord {
  return repairRecord(record).record;
}

function repairedValue(spec: FieldSpec, value: AnyFieldValue, place: string): AnyFieldValue {
  switch (spec.type) {
    case 'line':
    case 'text':
      return typeof value === 'string' ? repairedText(value, spec.type) : value;
    case 'items':
      return repairedItems(value as readonly ListItem[], place);
    default:
      return steppedValue(spec, value);
  }
}

function repairedText(text: string, shape: TextShape): string {
  if (!isUnfit(text)) return text;
  const clean = cleanCharacters(text);
  return shape === 'line' ? inOneLine(clean) : clean;
}

/** The list itself when nothing is wrong with it. An id twice in one list is no id. */
function repairedItems(items: readonly ListItem[], place: string): readonly ListItem[] {
  const seen = new Set<string>();
  const repaired = items.map((item) => {
    const text = repairedText(item.text, 'line');
    const id =
      idPattern.test(item.id) && !seen.has(item.id) ? item.id : newItemId(item, place, seen);
    seen.add(id);
    return id === item.id && text === item.text ? item : { ...item, id, text };
  });
  return repaired.some((item, index) => item !== items[index]) ? repaired : items;
}

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
const idLength = 16;

/** An id that is the same whenever and wherever the list is read. */
function newItemId({ id }: ListItem, place: string, seen: ReadonlySet<string>): RecordId {
  for (let turn = 0; ; turn += 1) {
    const hash = sha256Hex(`gxk-item:${place}:${JSON.stringify(id)}:${String(turn)}`);
    let made = itemCode;
    for (let at = 0; at < idLength; at += 1) {
      made += alphabet.charAt(
        Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16) % alphabet.length,
      );
    }
    if (!seen.has(made)) return made;
  }
}

function findingOf(field: string, record: KnownRecord, repaired: KnownRecord): RepairFinding {
  const spec = kindSpec(record.kind).fields[field];
  const title = titleOf(repaired);
  const { label } = kindSpec(record.kind);
  const name = title === label ? label : `${label}“${shortened(title)}”`;
  const where = `${name}的“${spec?.label ?? field}”`;
  const found = { record: record.id, field };
  const value = fieldOf(record, field);
  if (typeof value === 'number') {
    const message = `${where}写着 ${String(value)}，学时以 0.5 为单位，打开时已改为 ${JSON.stringify(fieldOf(repaired, field))}。`;
    return { finding: 'repaired-number', ...found, message };
  }
  const codes = unfitCharacters(typeof value === 'string' ? value : itemTexts(value));
  if (codes.length > 0) {
    return { finding: 'repaired-text', ...found, message: textWords(where, codes) };
  }
  const message = `${where}里有的项没有自己的编号，打开时已补上。`;
  return { finding: 'repaired-item-id', ...found, message };
}

const mostCodes = 5;

function textWords(where: string, codes: readonly string[]): string {
  const more = codes.length > mostCodes ? '等' : '';
  const half = codes.some((code) => /^U\+D[89A-F]/u.test(code))
    ? '，缺了一半的字写成了“\ufffd”，请看一看'
    : '';
  return `${where}里有看不见的字符（${codes.slice(0, mostCodes).join('、')}${more}），打开时已清理${half}。`;
}

function itemTexts(value: AnyFieldValue | undefined): string {
  return Array.isArray(value)
    ? (value as readonly ListItem[]).map(({ text }) => text).join('\n')
    : '';
}
