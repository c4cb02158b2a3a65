import type { RecordId } from '../kernel/id';
import { canonicalJson } from '../kernel/canonical-json';
import { fail, ok, type Result } from '../kernel/result';
import { type Change, changeOf } from '../changes/change';
import { limitProblem } from '../model/limits';
import type { Project, Replacement } from '../model/project';
import type { AnyFieldValue } from '../model/field';
import { isFrozen } from '../model/content-hash';
import { type AnyRecord, type KnownRecord, storedForm } from '../model/record';
import { shortened } from '../model/text';
import { type Refusal, refuse } from '../words/refusal';

/**
 * The edit a command is putting together: records as they would become, read through to the project.
 * It lives within one run of one command; what leaves it is a Change.
 */
export class Draft {
  readonly project: Project;
  readonly #after = new Map<RecordId, AnyRecord | null>();

  constructor(project: Project) {
    this.project = project;
  }

  /** A record as it would become. */
  read(id: RecordId): AnyRecord | undefined {
    const drafted = this.#after.get(id);
    return drafted === undefined ? this.project.records.get(id) : (drafted ?? undefined);
  }

  put(record: AnyRecord): void {
    this.#after.set(record.id, record);
  }

  drop(id: RecordId): void {
    this.#after.set(id, null);
  }

  change(): Change {
    const replacements: Replacement[] = [];
    for (const [id, after] of this.#after) {
      replacements.push({ id, before: this.project.records.get(id) ?? null, after });
    }
    return changeOf(replacements);
  }
}

/** What a command would do: the change and the words for the history; `group` joins repeated typing into one step. */
export interface Intent {
  readonly label: string;
  readonly group: string | null;
  readonly change: Change;
  /** The record to show or focus afterwards, when there is an obvious one. */
  readonly focus: string | null;
}

interface Words {
  readonly label: string;
  readonly group?: string;
  readonly focus?: RecordId | null;
}

/** Ends a command: its change with its words, or a refusal when the project would grow too large. */
export function intentOf(draft: Draft, { label, group, focus }: Words): Result<Intent, Refusal> {
  const change = draft.change();
  if (change.some(thaws)) return fail(frozen);
  const problem = limitProblem(draft.project, change);
  if (problem !== undefined) return fail(refuse('too-large', problem));
  // A sentence that names what odd files nest in each other has no end of its own.
  const words = shortened(label, longestLabel);
  return ok({ label: words, group: group ?? null, change, focus: focus ?? null });
}

const longestLabel = 150;

const frozen: Refusal = refuse('frozen', '存档版本一经存下就不再改动，也不能删除。');

/** Changes what a 存档版本 says, or takes it away; its place may change, and that what a paper was about is gone. */
function thaws({ before, after }: Replacement): boolean {
  if (before === null || !isFrozen(before)) return false;
  if (after === null) return true;
  const same = (record: AnyRecord) =>
    canonicalJson({ ...storedForm(record), courseId: null, subjectId: null, order: '' });
  return same(before) !== same(after);
}

/** A record with other values in some fields; the values must have been checked. */
export function withFields(
  record: KnownRecord,
  values: Readonly<Record<string, AnyFieldValue>>,
): KnownRecord {
  return { ...record, ...values };
}
