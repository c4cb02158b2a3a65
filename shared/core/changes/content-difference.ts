import { canonicalJson } from '../kernel/canonical-json';
import { contentOf } from '../model/content-hash';
import type { Project } from '../model/project';
import { type AnyRecord, storedForm } from '../model/record';

/** What has become other between two states of a project, record by record, in the order of ids. */
export interface ContentDifference {
  readonly added: readonly AnyRecord[];
  readonly removed: readonly AnyRecord[];
  /** As they are now. */
  readonly changed: readonly AnyRecord[];
}

/** Compares the content of two states; what was noted about 存档版本 does not count. */
export function contentDifference(before: Project, after: Project): ContentDifference {
  const old = new Map(contentOf(before.records.values()).map((record) => [record.id, record]));
  const now = contentOf(after.records.values());
  const left = new Set(now.map(({ id }) => id));
  return {
    added: now.filter(({ id }) => !old.has(id)),
    removed: [...old.values()].filter(({ id }) => !left.has(id)),
    changed: now.filter((record) => differs(old.get(record.id), record)),
  };
}

function differs(before: AnyRecord | undefined, after: AnyRecord): boolean {
  if (before === undefined || before === after) return false;
  return canonicalJson(storedForm(before)) !== canonicalJson(storedForm(after));
}
