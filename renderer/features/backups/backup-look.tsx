import { useMemo } from 'react';
import { pageKinds } from '@shared/core/model/family';
import { allChildrenOf, type Project, projectOf } from '@shared/core/model/project';
import {
  isKnown,
  type Kind,
  kindNames,
  kindSpec,
  type KnownRecord,
  parseRecord,
} from '@shared/core/model/record';
import type { IpcValue } from '@shared/ipc/contract';
import { recordName } from '@shared/core/words/wording';
import { Button } from '../../ui/button';

/** What is in a backup: counts, and its outline to read. */
export function BackupLook({
  seen,
  onRestore,
}: {
  readonly seen: IpcValue<'backups:look'>;
  readonly onRestore: () => void;
}) {
  const lines = useMemo(() => outlineOf(seen.records), [seen]);
  const counts = kindNames.flatMap((kind) => {
    const count = seen.counts[kind] ?? 0;
    return count === 0 ? [] : [{ label: kindSpec(kind).label, count }];
  });
  return (
    <section className="backup-look" aria-label={`备份“${seen.title}”的内容`}>
      <div className="backup-look-head">
        <h2>{seen.title}</h2>
        <Button tone="primary" onClick={onRestore}>
          恢复为副本
        </Button>
      </div>
      <dl className="backup-counts">
        {counts.map(({ label, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <ul className="backup-outline">
        {lines.map(({ record, depth }) => (
          <li key={record.id} data-depth={depth}>
            <span className="meta">{kindSpec(record.kind).label}</span> {recordName(record)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a reader knows a project by: what has a page, and the objectives of its courses. */
const shownKinds: readonly Kind[] = [...pageKinds, 'courseObjective'];
const mostLines = 400;

interface Line {
  readonly record: KnownRecord;
  readonly depth: number;
}

function outlineOf(stored: readonly unknown[]): readonly Line[] {
  const records = stored
    .map(parseRecord)
    .flatMap((record) => ('problem' in record ? [] : [record]));
  const lines: Line[] = [];
  walk(projectOf(records), { parentId: null, depth: 0 }, lines);
  return lines.slice(0, mostLines);
}

function walk(
  project: Project,
  { parentId, depth }: { readonly parentId: string | null; readonly depth: number },
  lines: Line[],
): void {
  if (depth > 6) return;
  for (const record of allChildrenOf(project, parentId)) {
    if (!isKnown(record) || !shownKinds.includes(record.kind)) continue;
    lines.push({ record, depth });
    walk(project, { parentId: record.id, depth: depth + 1 }, lines);
  }
}
