import { type AnyFieldValue, type FieldSpec, type ListItem, optionWord } from '../model/field';
import { find, type Project } from '../model/project';
import { fieldSpec, isKnown, type KnownRecord } from '../model/record';
import { differingParts, shortened } from '../model/text';
import { titleFieldOf } from '../model/family';
import { named, ownerName } from './wording';

interface Edit {
  readonly record: KnownRecord;
  readonly field: string;
  readonly before: AnyFieldValue;
  readonly after: AnyFieldValue;
}

/** The words of an edit for the history: 把“汽车维护”的基准学时从 180 改为 200. */
export function editLabel(project: Project, edit: Edit): string {
  const { record, field, before, after } = edit;
  const spec = fieldSpec(record.kind, field);
  if (spec === undefined) return '修改内容';
  if (field === titleFieldOf(record.kind)) {
    return textLabel(spec.label, { before: textOf(before), after: textOf(after) });
  }
  const what = `${ownerName(project, record)}的${spec.label}`;
  switch (spec.type) {
    case 'flag':
      return flagLabel(what, after === true);
    case 'line':
    case 'date':
    case 'note':
    case 'text':
      return rewrittenLabel(what, { before: textOf(before), after: textOf(after) });
    default:
      return `把${what}从${word(project, edit, before)}改为${word(project, edit, after)}`.trimEnd();
  }
}

interface Rewriting {
  readonly before: string;
  readonly after: string;
}

function textLabel(what: string, { before, after }: Rewriting): string {
  if (after.trim() === '') return `清空${what}${before.trim() === '' ? '' : quote(before)}`;
  if (before.trim() === '') return `把${what}写为${quote(after)}`;
  const parts = differingParts(before, after);
  return `把${what}${quote(parts.before)}改为${quote(parts.after)}`;
}

/** Of a text that is no name only what stands there now. */
function rewrittenLabel(what: string, { before, after }: Rewriting): string {
  if (after.trim() === '') return `清空${what}`;
  return `把${what}写为${quote(differingParts(before, after).after)}`;
}

function flagLabel(what: string, isOn: boolean): string {
  if (what.endsWith('锁定')) return `${isOn ? '锁定' : '解锁'}${what.slice(0, -'锁定'.length)}`;
  return `${isOn ? '勾选' : '取消'}${what}`;
}

function word(project: Project, { record, field }: Edit, value: AnyFieldValue): string {
  const spec = fieldSpec(record.kind, field);
  if (spec === undefined || value === null) return emptyWord(spec);
  const plain = valueWord(project, spec, value);
  if (spec.type === 'choice') return quote(plain);
  return spec.type === 'ref' ? plain : ` ${plain} `;
}

/** What stands in a field, in words; what is empty is called so. */
export function valueWord(project: Project, spec: FieldSpec, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  const words = Array.isArray(value)
    ? (value as readonly ListItem[]).map(({ text }) => text).join('；')
    : textWord(project, spec, textOf(value));
  return words || emptyWord(spec);
}

function textWord(project: Project, spec: FieldSpec, text: string): string {
  if (spec.type === 'choice') return optionWord(spec, text);
  if (text === '' || (spec.type !== 'percent' && spec.type !== 'ref')) return text;
  if (spec.type === 'percent') return `${text}%`;
  const target = find(project, text);
  return target !== undefined && isKnown(target) ? named(project, target) : '已删除的内容';
}

function emptyWord(spec: FieldSpec | undefined): string {
  if (spec?.type === 'hours' || spec?.type === 'percent') return '自动';
  return spec?.type === 'ref' && spec.onDelete === 'cascade' ? '终结性考核' : '空';
}

function quote(text: string): string {
  return `“${shortened(text)}”`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
