import type { Change } from '../changes/change';
import { type ChangedField, changedFields } from '../changes/changed-fields';
import type { RecordId } from '../kernel/id';
import { emptyValue } from '../model/field';
import { find, type Project, type Replacement } from '../model/project';
import { type AnyRecord, fieldSpec, isKnown } from '../model/record';
import { differingParts, shortened } from '../model/text';
import { valueWord } from './edit-label';
import { named } from './wording';

/** One thing that is other than it was, in words. */
export interface ChangeLine {
  readonly record: RecordId;
  /** 课程“汽车维护”. */
  readonly owner: string;
  /** 基准学时; '' = the record itself, which came or went. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The project before a change and after it. */
export interface ChangeStates {
  readonly before: Project;
  readonly after: Project;
}

/** What a change does, field by field in a teacher's words; names are those of the two states. */
export function changeLines(change: Change, states: ChangeStates): readonly ChangeLine[] {
  return change
    .flatMap((part) => linesOf(part, states))
    .filter(({ before, after }) => before !== after);
}

/** Whose and which: 课程“汽车维护”的基准学时. */
export function ownerAndLabel({ owner, label }: ChangeLine): string {
  return label === '' ? owner : `${owner}的${label}`;
}

/** 180 → 200; of long texts the part in which they differ. */
export function shortArrow({ before, after }: ChangeLine): string {
  const parts = differingParts(before, after);
  return `${shortened(parts.before)} → ${shortened(parts.after)}`;
}

function linesOf({ id, before, after }: Replacement, states: ChangeStates): readonly ChangeLine[] {
  const owner = after === null ? nameOf(before, states.before) : nameOf(after, states.after);
  const line = { record: id, owner, label: '' };
  if (before === null) return [{ ...line, before: '没有', after: '新增' }];
  if (after === null) return [{ ...line, before: '有', after: '删去' }];
  return changedFields(before, after).flatMap((changed) => {
    const words = fieldWords(after, changed, states);
    return words === undefined ? [] : [{ ...line, ...words }];
  });
}

function nameOf(record: AnyRecord | null | undefined, project: Project): string {
  return record && isKnown(record) ? named(project, record) : '别的内容';
}

/** Where a record stands, or what stands in one of its fields; stamps follow from the rest. */
function fieldWords(
  record: AnyRecord,
  { field, before, after }: ChangedField,
  states: ChangeStates,
): Pick<ChangeLine, 'label' | 'before' | 'after'> | undefined {
  if (field === 'order') return { label: '先后', before: '原来', after: '换过' };
  if (field === 'parentId') {
    const place = (project: Project, id: unknown) => nameOf(find(project, String(id)), project);
    return {
      label: '位置',
      before: place(states.before, before),
      after: place(states.after, after),
    };
  }
  const spec = isKnown(record) ? fieldSpec(record.kind, field) : undefined;
  if (spec === undefined || spec.type === 'stamp') return undefined;
  return {
    label: spec.label,
    before: valueWord(states.before, spec, before ?? emptyValue(spec)),
    after: valueWord(states.after, spec, after ?? emptyValue(spec)),
  };
}
