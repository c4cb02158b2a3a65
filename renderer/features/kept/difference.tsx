import type { ContentDifference } from '@shared/core/changes/content-difference';
import { type AnyRecord, isKnown, kindSpec } from '@shared/core/model/record';
import { recordName } from '@shared/core/words/wording';
import { useView } from '../../state/studio';
import { Button } from '../../ui/button';

const longestList = 8;

/** What has become other, by kind: how many, and their names; what is still there can be gone to. */
export function Difference({ found }: { readonly found: ContentDifference }) {
  const groups = [
    { word: '新增', records: found.added, isHere: true },
    { word: '改过', records: found.changed, isHere: true },
    { word: '删去', records: found.removed, isHere: false },
  ].flatMap(({ word, records, isHere }) =>
    byKind(records).map(([label, own]) => ({ word, label, own, isHere })),
  );
  return (
    <ul className="kept-difference" aria-label="改了哪些">
      {groups.map(({ word, label, own, isHere }) => (
        <li key={`${word} ${label}`}>
          <span>
            {word}
            {label} {own.length} 项：
          </span>
          {own.slice(0, longestList).map((record) => (
            <Name key={record.id} record={record} isHere={isHere} />
          ))}
          {own.length > longestList ? <span className="meta">等</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Name({ record, isHere }: { readonly record: AnyRecord; readonly isHere: boolean }) {
  const select = useView((state) => state.select);
  const name = isKnown(record) ? recordName(record) : record.kind.slice(1);
  if (!isHere) return <span>{name}</span>;
  return (
    <Button
      tone="link"
      onClick={() => {
        select({ record: record.id });
      }}
    >
      {name}
    </Button>
  );
}

function byKind(
  records: readonly AnyRecord[],
): readonly (readonly [string, readonly AnyRecord[]])[] {
  const groups = new Map<string, AnyRecord[]>();
  for (const record of records) {
    const label = isKnown(record) ? kindSpec(record.kind).label : '别的内容';
    const own = groups.get(label) ?? [];
    own.push(record);
    groups.set(label, own);
  }
  return [...groups];
}
