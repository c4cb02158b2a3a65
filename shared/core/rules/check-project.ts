import type { RecordId } from '../kernel/id';
import { apply, type Change } from '../changes/change';
import type { Place } from '../model/place';
import { type Project, refsOf } from '../model/project';
import { isKnown, type Kind, type KnownRecord } from '../model/record';
import { rules } from './index';
import { PageOrder } from '../model/page-order';
import { type Reads, ReadTracker } from './read-tracker';
import type { PackId, Problem, RequiredPlace, Rule, RuleContext, Severity } from './rule';
import { type RuleSettings, shippedSettings } from './rule-settings';

/** What a rule says about a place. */
export type Finding = Place & {
  readonly ruleId: string;
  readonly pack: PackId;
  readonly severity: Severity;
  /** Chinese, as a colleague would say it. */
  readonly message: string;
  /** The rule has a repair for it: see `fixFinding`. */
  readonly fixable: boolean;
};

/** A required place (●), filled or not. */
export type CheckedPlace = RequiredPlace & { readonly ruleId: string };

/** Something a rule says. */
interface Said {
  readonly ruleId: string;
  readonly record: RecordId;
  readonly message: string;
}

interface Memo {
  readonly findings: readonly Finding[];
  readonly places: readonly CheckedPlace[];
  readonly reads: Reads;
}

/** A checked project. Hand it to the next `checkProject`, which then looks only at what has changed. */
export interface Checked {
  readonly project: Project;
  readonly settings: RuleSettings;
  readonly order: PageOrder;
  /** In page order. */
  readonly findings: readonly Finding[];
  readonly memos: ReadonlyMap<RecordId, Memo>;
}

/**
 * Checks a project against all rules that are on. Pure: same project and settings give the same
 * findings, whatever was checked before; `previous` only saves work. An edit re-checks the records
 * whose checks have read something that changed. With the Change at hand `checkChange` is quicker.
 */
export function checkProject(
  project: Project,
  previous?: Checked,
  settings: RuleSettings = previous?.settings ?? shippedSettings,
): Checked {
  if (previous?.settings !== settings) return checkAll(project, settings);
  if (previous.project === project) return previous;
  return recheck(previous, project, {
    records: changedKeys(previous.project.records, project.records),
    children: changedKeys(previous.project.children, project.children),
    referrers: changedKeys(previous.project.referrers, project.referrers),
  });
}

/** The state after a change, checked. The change must have been made for the checked state. */
export function checkChange(previous: Checked, change: Change): Checked {
  if (change.length === 0) return previous;
  const project = apply(previous.project, change);
  const records = new Set<RecordId>();
  const around = new Set<RecordId>();
  for (const { id, before, after } of change) {
    records.add(id);
    for (const record of [before, after]) {
      if (record === null) continue;
      around.add(record.parentId ?? '');
      for (const target of refsOf(record)) around.add(target);
    }
  }
  const { children, referrers } = previous.project;
  return recheck(previous, project, {
    records,
    children: new Set([...around].filter((id) => children.get(id) !== project.children.get(id))),
    referrers: new Set([...around].filter((id) => referrers.get(id) !== project.referrers.get(id))),
  });
}

function checkAll(project: Project, settings: RuleSettings): Checked {
  const run = runOf(project, settings);
  const memos = new Map<RecordId, Memo>();
  for (const record of project.records.values()) {
    if (isKnown(record)) memos.set(record.id, checkRecord(record, run));
  }
  return checkedOf(project, settings, memos);
}

/** What differs between two states, by id. */
interface Touched {
  readonly records: ReadonlySet<RecordId>;
  readonly children: ReadonlySet<RecordId>;
  readonly referrers: ReadonlySet<RecordId>;
}

function recheck({ memos: known, settings }: Checked, project: Project, touched: Touched): Checked {
  const stale = new Set(touched.records);
  for (const [id, { reads }] of known) if (isStale(reads, touched)) stale.add(id);
  const run = runOf(project, settings);
  const memos = new Map(known);
  for (const id of stale) {
    const record = project.records.get(id);
    if (record === undefined || !isKnown(record)) memos.delete(id);
    else memos.set(id, checkRecord(record, run));
  }
  return checkedOf(project, settings, memos);
}

function checkedOf(
  project: Project,
  settings: RuleSettings,
  memos: ReadonlyMap<RecordId, Memo>,
): Checked {
  const order = new PageOrder(project);
  const found: Finding[] = [];
  for (const memo of memos.values()) found.push(...memo.findings);
  return { project, settings, order, memos, findings: order.sorted(found, byRule) };
}

function runOf(project: Project, settings: RuleSettings): Run {
  const tracker = new ReadTracker(project);
  const context: RuleContext = { project: tracker.project, thresholds: settings.thresholds };
  return { byKind: rulesByKind(settings), tracker, context };
}

interface Run {
  readonly byKind: ReadonlyMap<Kind, readonly Rule[]>;
  readonly tracker: ReadTracker;
  readonly context: RuleContext;
}

function checkRecord(record: KnownRecord, { byKind, tracker, context }: Run): Memo {
  const own = byKind.get(record.kind) ?? [];
  const { value, reads } = tracker.run(() => {
    // The record itself was handed over, not read.
    context.project.records.has(record.id);
    return {
      findings: own.flatMap((rule) =>
        rule.check(record, context).map((problem) => findingOf(rule, problem)),
      ),
      places: own.flatMap((rule) =>
        rule.places(record, context).map((place) => ({ ...place, ruleId: rule.id })),
      ),
    };
  });
  return { ...value, reads };
}

function findingOf(rule: Rule, problem: Problem): Finding {
  return {
    ...problem,
    ruleId: rule.id,
    pack: rule.pack,
    severity: problem.severity ?? rule.severity,
    fixable: problem.fixable === true && rule.fix !== undefined,
  };
}

function rulesByKind(settings: RuleSettings): ReadonlyMap<Kind, readonly Rule[]> {
  const off = new Set(settings.packs.filter(({ isOn }) => !isOn).map(({ id }) => id));
  const result = new Map<Kind, Rule[]>();
  for (const rule of rules) {
    if (off.has(rule.pack)) continue;
    for (const kind of rule.kinds) {
      const list = result.get(kind);
      if (list === undefined) result.set(kind, [rule]);
      else list.push(rule);
    }
  }
  return result;
}

function isStale(reads: Reads, { records, children, referrers }: Touched): boolean {
  return (
    touches(records, reads.records) ||
    touches(children, reads.children) ||
    touches(referrers, reads.referrers)
  );
}

function touches(changed: ReadonlySet<RecordId>, read: readonly RecordId[]): boolean {
  return changed.size > 0 && read.some((id) => changed.has(id));
}

interface Lookup<Value> extends Iterable<[RecordId, Value]> {
  readonly get: (id: RecordId) => Value | undefined;
  readonly has: (id: RecordId) => boolean;
}

/** The keys whose values are not the very same; unchanged records keep their identity. */
function changedKeys<Value>(before: Lookup<Value>, after: Lookup<Value>): ReadonlySet<RecordId> {
  const changed = new Set<RecordId>();
  if (before === after) return changed;
  for (const [id, value] of after) if (before.get(id) !== value) changed.add(id);
  for (const [id] of before) if (!after.has(id)) changed.add(id);
  return changed;
}

/** Parts what is said about one place, so that the order never depends on what was checked first. */
export function byRule(left: Said, right: Said): number {
  return (
    compareTexts(left.ruleId, right.ruleId) ||
    compareTexts(left.record, right.record) ||
    compareTexts(left.message, right.message)
  );
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
