import { compareSiblings } from '../kernel/order-key';
import { endOf, isPage, lineFieldOf, mappedTo } from '../model/family';
import { childrenOf, closest, find, type Project, referrersOf } from '../model/project';
import {
  type AnyRecord,
  fieldOf,
  isKnown,
  isOf,
  type Kind,
  kindSpec,
  type KnownRecord,
} from '../model/record';
import { levelRank } from '../model/start-point';
import { missingList, type UnfinishedPlace } from './bound';
import type { Path } from './path';
import type { Step } from './steps';

/** Records a path leads to, with the place to name where it leads to none. */
export interface FoundRecords {
  readonly records: readonly KnownRecord[];
  readonly missing: UnfinishedPlace | null;
}

/** Walks the steps of a path from a record; it begins at the record itself or above it. */
export function recordsOn(
  project: Project,
  from: KnownRecord | undefined,
  { root, steps }: Pick<Path, 'root' | 'steps'>,
): FoundRecords {
  const start: KnownRecord | undefined = from && closest(project, from.id, root);
  let found: FoundRecords = { records: start === undefined ? [] : [start], missing: null };
  for (const step of steps) found = stepped(project, found, step);
  return found;
}

function stepped(project: Project, { records, missing }: FoundRecords, step: Step): FoundRecords {
  const next = [...new Set(records.flatMap((record) => oneStep(project, record, step)))];
  const [first] = records;
  return {
    records: next,
    missing: next.length > 0 || first === undefined ? missing : missingStep(first, step),
  };
}

function oneStep(project: Project, record: KnownRecord, step: Step): readonly KnownRecord[] {
  switch (step.how) {
    case 'up':
      return [closest(project, record.id, step.kind) ?? []].flat();
    case 'down':
      return inOwnOrder(childrenOf(project, record.id, step.kind));
    case 'ref':
      return pointedAt(project, record, step);
    case 'across':
      return step.isBack
        ? mappedBack(project, record, step)
        : childrenOf(project, record.id, step.mapping).flatMap(
            (mapping: KnownRecord) => mappedTo(project, mapping) ?? [],
          );
  }
}

function pointedAt(
  project: Project,
  record: KnownRecord,
  { field, kind }: Extract<Step, { readonly how: 'ref' }>,
): readonly KnownRecord[] {
  const id = fieldOf(record, field);
  const target = typeof id === 'string' ? find(project, id) : undefined;
  return isOf(target, kind) ? [target] : [];
}

function mappedBack(
  project: Project,
  record: KnownRecord,
  { mapping, kind }: Extract<Step, { readonly how: 'across' }>,
): readonly KnownRecord[] {
  const from = referrersOf(project, record.id, mapping)
    .filter((one: KnownRecord) => endOf(one) === record.id)
    .flatMap(({ parentId }) => find(project, parentId) ?? []);
  return inProjectOrder(project, from).filter((one) => isOf(one, kind));
}

/** Lower levels come first wherever they are read; all else stands as the teacher put it. */
function inOwnOrder(records: readonly KnownRecord[]): readonly KnownRecord[] {
  const rank = (record: KnownRecord) =>
    record.kind === 'majorLevel' ? levelRank(record.level) : 0;
  return records.toSorted((left, right) => rank(left) - rank(right));
}

/** As they stand in the project, whatever they stand below. */
function inProjectOrder(project: Project, records: readonly AnyRecord[]): readonly KnownRecord[] {
  const ways = new Map(records.map((record) => [record, wayTo(project, record)]));
  return records
    .filter(isKnown)
    .toSorted((left, right) => compareWays(ways.get(left) ?? [], ways.get(right) ?? []));
}

function wayTo(project: Project, record: AnyRecord): readonly AnyRecord[] {
  const way: AnyRecord[] = [];
  for (
    let one: AnyRecord | undefined = record;
    one !== undefined && !way.includes(one);
    one = find(project, one.parentId)
  ) {
    way.unshift(one);
  }
  return way;
}

function compareWays(left: readonly AnyRecord[], right: readonly AnyRecord[]): number {
  const at = left.findIndex((record, index) => record !== right[index]);
  const [one, other] = [left[at], right[at]];
  return one === undefined || other === undefined ? 0 : compareSiblings(one, other);
}

/** Lists and what is mapped are asked for; rows of a table need not be there. */
function missingStep({ id, kind }: KnownRecord, step: Step): UnfinishedPlace | null {
  if (step.how === 'across' && !step.isBack) {
    const message = `${kindSpec(kind).label}还没有对应${kindSpec(step.kind).label}`;
    return { record: id, missing: step.mapping, message };
  }
  return step.how === 'down' && isAskedFor(step.kind) ? missingList(id, step.kind) : null;
}

/** True for kinds whose absence on paper is said: lines and what has a page. */
function isAskedFor(kind: Kind): boolean {
  return lineFieldOf(kind) !== undefined || isPage(kind);
}
