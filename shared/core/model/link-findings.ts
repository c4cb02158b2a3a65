import type { RecordId } from '../kernel/id';
import type { FieldPlace } from './place';
import { find, type Project, titleOf } from './project';
import { fieldOf, isKnown, kindSpec, type KnownRecord } from './record';
import { shortened } from './text';

/** A finding made while loading: the file's links do not fit together. Nothing is dropped for it. */
export interface LinkFinding extends FieldPlace {
  readonly finding: 'dangling-ref' | 'dangling-parent' | 'wrong-parent';
  readonly message: string;
}

/** Names every link that points nowhere, and every parent that is missing or of a kind it cannot be. */
export function linkFindings(project: Project): readonly LinkFinding[] {
  const findings: LinkFinding[] = [];
  for (const record of project.records.values()) {
    if (!isKnown(record)) continue;
    findings.push(...parentFindings(project, record), ...refFindings(project, record));
  }
  return findings;
}

function parentFindings(project: Project, record: KnownRecord): readonly LinkFinding[] {
  const { id, parentId } = record;
  const parent = find(project, parentId);
  if (parentId !== null && parent === undefined) {
    const message = `${nameOf(record)}的上一级不在文件里，已原样保留。`;
    return [{ finding: 'dangling-parent', record: id, field: 'parentId', message }];
  }
  if (kindSpec(record.kind).parents.includes(parent?.kind ?? null)) return [];
  const message = `${nameOf(record)}放在了不能放的地方，已原样保留。`;
  return [{ finding: 'wrong-parent', record: id, field: 'parentId', message }];
}

function refFindings(project: Project, record: KnownRecord): readonly LinkFinding[] {
  const findings: LinkFinding[] = [];
  for (const [field, spec] of Object.entries(kindSpec(record.kind).fields)) {
    const target = spec.type === 'ref' ? fieldOf(record, field) : null;
    if (typeof target !== 'string' || find(project, target) !== undefined) continue;
    const message = `${nameOf(record)}的“${spec.label}”指向的内容不在文件里，已原样保留。`;
    findings.push({ finding: 'dangling-ref', record: record.id, field, message });
  }
  return findings;
}

function nameOf(record: KnownRecord): string {
  return `${kindSpec(record.kind).label}“${shortened(titleOf(record))}”`;
}

/** How deep records may lie in each other: what we make is seven deep, and walks go down step by step. */
const deepest = 100;

/**
 * Why the records are no tree that can be walked, in words; undefined when they are. A record that is
 * its own parent, or the parent of its parent, stands nowhere: no page shows it and no command ends.
 */
export function treeProblem(project: Project): string | undefined {
  const reached = new Set<RecordId>();
  let level: readonly RecordId[] = topOf(project);
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level;
    if (depth >= deepest) return `${wordFor(project, first)}的上级套了一百多层`;
    for (const id of level) reached.add(id);
    level = level.flatMap((id) => project.children.get(id) ?? []);
  }
  if (reached.size === project.records.size) return undefined;
  const lost = [...project.records.keys()].filter((id) => !reached.has(id)).sort();
  const id = inCircle(project, lost[0] ?? '');
  const isOwn = find(project, id)?.parentId === id;
  return isOwn
    ? `${wordFor(project, id)}成了自己的上级`
    : `${wordFor(project, id)}的上下级绕成了圈`;
}

/** What stands at the top, and what stands below something that is not there. */
function topOf(project: Project): readonly RecordId[] {
  const astray = [...project.records.values()].filter(
    ({ parentId }) => parentId !== null && parentId !== '' && !project.records.has(parentId),
  );
  return [...(project.children.get('') ?? []), ...astray.map(({ id }) => id)];
}

/** What stands below a circle is no part of it: up from a record until one comes again. */
function inCircle(project: Project, from: RecordId): RecordId {
  const seen = new Set<RecordId>();
  let id = from;
  while (!seen.has(id)) {
    seen.add(id);
    id = find(project, id)?.parentId ?? id;
  }
  return id;
}

function wordFor(project: Project, id: RecordId | undefined): string {
  const record = find(project, id ?? null);
  return record !== undefined && isKnown(record) ? nameOf(record) : '一条本版本不认识的内容';
}
