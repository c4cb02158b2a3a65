import { useMemo } from 'react';
import { matchPinyin } from '../../ui/match-pinyin';
import { Icon } from '../../ui/icon';
import type { OutlineRow } from './outline-rows';

/** The rows whose name matches, with the rows they hang below. */
export function useFilteredRows(
  rows: readonly OutlineRow[],
  filter: string,
): readonly OutlineRow[] {
  return useMemo(() => {
    const wanted = filter.trim();
    if (wanted === '') return rows;
    const kept: OutlineRow[] = [];
    let depth = -1;
    // From the end, so that a row knows whether something below it is kept.
    for (const row of rows.toReversed()) {
      const leads = row.depth < depth;
      if (!leads && matchPinyin(row.name, wanted) === undefined) continue;
      kept.push(row);
      depth = row.depth;
    }
    return kept.reverse();
  }, [rows, filter]);
}

export function OutlineFilter({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="outline-filter">
      <Icon name="find" />
      <input
        type="search"
        value={value}
        placeholder="筛选（名称或拼音首字母）"
        aria-label="筛选大纲"
        onChange={(event) => {
          onChange(event.target.value);
        }}
        data-native-undo=""
      />
    </label>
  );
}
