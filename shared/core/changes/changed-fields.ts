import { canonicalJson } from '../kernel/canonical-json';
import { contentOf } from '../model/content-hash';
import type { FieldPlace } from '../model/place';
import type { Project } from '../model/project';
import { type AnyRecord, storedForm } from '../model/record';
import { type Change, changeOf } from './change';

/** A field that is other than it was, as it is stored; undefined = nothing is. */
export interface ChangedField extends FieldPlace {
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What differs between two states of one record, field by field; null = it is not there. Where it stands is
 * fields too (`parentId`, `order`). To write every `after` over its `before` makes the one of the other; of
 * two projects each part of `changeBetween` is asked.
 */
export function changedFields(
  before: AnyRecord | null,
  after: AnyRecord | null,
): readonly ChangedField[] {
  const record = (after ?? before)?.id ?? '';
  const [old, now] = [before, after].map((one) => (one === null ? {} : storedForm(one)));
  return [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])].flatMap((field) => {
    const change = { before: old?.[field], after: now?.[field] };
    return isSame(change) ? [] : [{ record, field, ...change }];
  });
}

function isSame({ before, after }: Pick<ChangedField, 'before' | 'after'>): boolean {
  if (before === after) return true;
  return (
    before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after)
  );
}

/** The change that makes the content of one state that of the other; what was noted about 存档版本 does not count. */
export function changeBetween(before: Project, after: Project): Change {
  const [old, now] = [byId(before), byId(after)];
  const ids = new Set([...old.keys(), ...now.keys()]);
  return changeOf(
    [...ids].map((id) => ({ id, before: old.get(id) ?? null, after: now.get(id) ?? null })),
  );
}

function byId({ records }: Project): ReadonlyMap<string, AnyRecord> {
  return new Map(contentOf(records.values()).map((record) => [record.id, record]));
}
