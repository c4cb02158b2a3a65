import type { Command } from '@shared/core/commands/command';
import type { Intent } from '@shared/core/making/draft';
import type { RecordId } from '@shared/core/kernel/id';
import type { Project, Replacement } from '@shared/core/model/project';
import { fieldOf, fieldSpec, isKnown, kindSpec, type KnownRecord } from '@shared/core/model/record';
import type { Finding } from '@shared/core/rules/check-project';
import { fixFinding } from '@shared/core/rules/fix-finding';
import { recordName } from '@shared/core/words/wording';

/** Takes what a rule proposes, as a command like any other. */
export const takeFix: Command<Finding> = {
  id: 'fix-finding',
  title: '照建议改好',
  run: fixFinding,
};

/** One line of what a fix would do. */
export interface FixLine {
  readonly id: RecordId;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const mostLines = 6;

/** What a fix would change, before it is taken; at most six lines and how many more there are. */
export function fixLines(
  project: Project,
  { change }: Intent,
): { readonly lines: readonly FixLine[]; readonly more: number } {
  const lines = change.flatMap((part) => linesOf(part));
  const known = lines.filter(({ before, after }) => before !== after);
  return { lines: known.slice(0, mostLines), more: Math.max(0, known.length - mostLines) };
}

function linesOf({ id, before, after }: Replacement): readonly FixLine[] {
  const record = after ?? before;
  if (record === null || !isKnown(record)) return [];
  const what = `${kindSpec(record.kind).label}“${recordName(record)}”`;
  if (before === null) return [{ id, what, before: '没有', after: '新增' }];
  if (after === null || !isKnown(before) || !isKnown(after)) {
    return [{ id, what, before: '有', after: '删去' }];
  }
  return Object.keys(kindSpec(after.kind).fields).flatMap((field): readonly FixLine[] => {
    const [left, right] = [shown(before, field), shown(after, field)];
    const label = `${recordName(after)} ${fieldSpec(after.kind, field)?.label ?? ''}`;
    return left === right ? [] : [{ id, what: label, before: left, after: right }];
  });
}

function shown(record: KnownRecord, field: string): string {
  const value = fieldOf(record, field);
  if (value === null || value === undefined || value === '') return '空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? JSON.stringify(value).slice(0, 60) : String(value);
}
