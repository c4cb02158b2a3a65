import type { RecordId } from '../kernel/id';
import { find, type Project, titleOf } from './project';
import { fieldOf, isKnown, kindSpec, type KnownRecord } from './record';

/** A finding made while loading: the file's links do not fit together. Nothing is dropped for it. */
export interface LinkFinding {
  readonly finding: 'dangling-ref' | 'dangling-parent' | 'cycle' | 'wrong-parent';
  readonly recordId: RecordId;
  readonly field: string;
  readonly message: string;
}

/** Names every link that points nowhere, every parent that is missing or of a kind it cannot be, and every circle. */
export function linkFindings(project: Project): readonly LinkFinding[] {
  const findings: LinkFinding[] = [];
  for (const record of project.records.values()) {
    if (!isKnown(record)) continue;
    findings.push(...parentFindings(project, record), ...refFindings(project, record));
  }
  return [...findings, ...cycleFindings(project)];
}

function parentFindings(project: Project, record: KnownRecord): readonly LinkFinding[] {
  const { id: recordId, parentId } = record;
  const parent = find(project, parentId);
  if (parentId !== null && parent === undefined) {
    const message = `${nameOf(record)}的上一级不在文件里，已原样保留。`;
    return [{ finding: 'dangling-parent', recordId, field: 'parentId', message }];
  }
  if (kindSpec(record.kind).parents.includes(parent?.kind ?? null)) return [];
  const message = `${nameOf(record)}放在了不能放的地方，已原样保留。`;
  return [{ finding: 'wrong-parent', recordId, field: 'parentId', message }];
}

function refFindings(project: Project, record: KnownRecord): readonly LinkFinding[] {
  const findings: LinkFinding[] = [];
  for (const [field, spec] of Object.entries(kindSpec(record.kind).fields)) {
    const target = spec.type === 'ref' ? fieldOf(record, field) : null;
    if (typeof target !== 'string' || find(project, target) !== undefined) continue;
    const message = `${nameOf(record)}的“${spec.label}”指向的内容不在文件里，已原样保留。`;
    findings.push({ finding: 'dangling-ref', recordId: record.id, field, message });
  }
  return findings;
}

function nameOf(record: KnownRecord): string {
  return `${kindSpec(record.kind).label}“${titleOf(record)}”`;
}

function cycleFindings(project: Project): readonly LinkFinding[] {
  const reachable = new Set<RecordId>();
  const waiting: RecordId[] = [...project.children.get('', [])];
  for (const record of project.records.values()) {
    if (record.parentId !== null && !project.records.has(record.parentId)) waiting.push(record.id);
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reachable.has(id)) continue;
    reachable.add(id);
    waiting.push(...project.children.get(id, []));
  }
  const findings: LinkFinding[] = [];
  for (const record of project.records.values()) {
    if (reachable.has(record.id) || !isKnown(record)) continue;
    findings.push({
      finding: 'cycle',
      recordId: record.id,
      field: 'parentId',
      message: `${nameOf(record)}的上下级绕成了圈，已原样保留。`,
    });
  }
  return findings;
}
