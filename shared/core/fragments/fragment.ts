import type { RecordId } from '../kernel/id';
import { type KnownRecord, schemaVersion, storedForm } from '../model/record';

/** The type under which a fragment lies on the clipboard, beside plain text and HTML for other programs. */
export const fragmentType = 'application/x-gongxue-fragment+json';
/** The number of the shape below; a fragment with a higher one is refused. */
export const fragmentVersion = 1;
export const fragmentFormat = 'gongxue-fragment';

/**
 * Things that were copied, whole in themselves: they can be pasted where the project they come from
 * cannot be seen.
 */
export interface Fragment {
  /** Names the copy of the project it comes from; what was cut is moved only there. */
  readonly origin: string | null;
  /** True when it was cut: pasted at its origin it is moved and keeps its ids. */
  readonly isCut: boolean;
  /** What was selected, in the order of the project. */
  readonly roots: readonly RecordId[];
  /** The roots and all below them, parents before children. */
  readonly records: readonly KnownRecord[];
  /**
   * What those point at elsewhere: a 典型工作任务 with all below it, so that it can come along; things of
   * another branch alone, so that they can be recognised by name.
   */
  readonly outside: readonly KnownRecord[];
  /** Records of kinds this program does not know; they cannot be copied. */
  readonly left: number;
}

/** A fragment as it lies on the clipboard. */
export function fragmentJson(fragment: Fragment): string {
  const { origin, isCut, roots, records, outside } = fragment;
  return JSON.stringify({
    format: fragmentFormat,
    version: fragmentVersion,
    schema: schemaVersion,
    origin,
    cut: isCut,
    roots,
    records: records.map(storedForm),
    outside: outside.map(storedForm),
  });
}
