import type { RecordId } from '../kernel/id';
import { compareSiblings } from '../kernel/order-key';
import { fail, ok, type Result } from '../kernel/result';
import { gone, type Refusal, refuse } from '../words/refusal';
import { isMapping, isSingleton } from '../model/family';
import { kindWord } from '../words/wording';
import { closest, find, type Project, subtree } from '../model/project';
import { type AnyRecord, fieldOf, isKnown, kindSpec, type KnownRecord } from '../model/record';
import type { Fragment } from './fragment';

interface CopyWords {
  readonly origin?: string | null;
  readonly isCut?: boolean;
}

/** Copies things with all below them and what they point at; refuses what stands for itself nowhere. */
export function copyFragment(
  project: Project,
  ids: readonly RecordId[],
  { origin = null, isCut = false }: CopyWords = {},
): Result<Fragment, Refusal> {
  const selected = selectedRoots(project, ids);
  if (!selected.ok) return selected;
  const below = selected.value.flatMap(({ id }) => subtree(project, id));
  const records = below.filter(isKnown);
  return ok({
    origin,
    isCut,
    roots: selected.value.map(({ id }) => id),
    records,
    outside: outsideOf(project, records),
    left: below.length - records.length,
  });
}

/** What was selected without what lies below something else selected, in the order of the project. */
export function selectedRoots(
  project: Project,
  ids: readonly RecordId[],
): Result<readonly KnownRecord[], Refusal> {
  const wanted = new Set(ids);
  const roots: KnownRecord[] = [];
  for (const id of wanted) {
    const record = find(project, id);
    if (record === undefined || !isKnown(record)) return fail(gone);
    const problem = rootProblem(record);
    if (problem !== undefined) return fail(problem);
    if (!pathTo(project, record).some((above) => above !== record && wanted.has(above.id))) {
      roots.push(record);
    }
  }
  if (roots.length === 0) return fail(refuse('nothing', '还没有选中内容，请先选中再复制。'));
  return ok(inTreeOrder(project, roots));
}

/** Why a record cannot be copied by itself; undefined when it can. */
export function rootProblem({ kind }: KnownRecord): Refusal | undefined {
  if (!isSingleton(kind) && !isMapping(kind)) return undefined;
  return refuse('part-of-course', `${kindWord(kind)}随它所属的内容而有，不能单独复制或移动。`);
}

function inTreeOrder(project: Project, records: readonly KnownRecord[]): readonly KnownRecord[] {
  const paths = records.map((record) => ({ record, path: pathTo(project, record) }));
  return paths
    .sort((left, right) => {
      const depth = left.path.findIndex((step, index) => step !== right.path[index]);
      const [a, b] = [left.path[depth], right.path[depth]];
      return a !== undefined && b !== undefined ? compareSiblings(a, b) : 0;
    })
    .map(({ record }) => record);
}

/** From the top of the project down to the record itself. */
function pathTo(project: Project, record: AnyRecord): readonly AnyRecord[] {
  const path = new Set<AnyRecord>();
  for (
    let step: AnyRecord | undefined = record;
    step !== undefined && !path.has(step);
    step = find(project, step.parentId)
  ) {
    path.add(step);
  }
  return [...path].reverse();
}

function outsideOf(project: Project, records: readonly KnownRecord[]): readonly KnownRecord[] {
  const inside = new Set(records.map(({ id }) => id));
  const outside = new Map<RecordId, KnownRecord>();
  for (const targetId of new Set(records.flatMap(targetsOf))) {
    if (inside.has(targetId) || outside.has(targetId)) continue;
    for (const one of neededFor(project, targetId, inside)) outside.set(one.id, one);
  }
  return [...outside.values()];
}

/** A thing of an analysis needs its whole 典型工作任务; any other only itself, to be recognised. */
function neededFor(
  project: Project,
  targetId: RecordId,
  inside: ReadonlySet<RecordId>,
): readonly KnownRecord[] {
  const carrier = closest(project, targetId, 'typicalWorkTask');
  if (carrier !== undefined && !inside.has(carrier.id)) {
    return subtree(project, carrier.id).filter(isKnown);
  }
  const target = find(project, targetId);
  return target !== undefined && isKnown(target) ? [target] : [];
}

/** The ids a record points at by ref fields. */
function targetsOf(record: KnownRecord): readonly RecordId[] {
  return Object.entries(kindSpec(record.kind).fields).flatMap(([field, spec]) => {
    const target = spec.type === 'ref' ? fieldOf(record, field) : null;
    return typeof target === 'string' ? [target] : [];
  });
}
