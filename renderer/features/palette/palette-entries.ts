import type { RecordId } from '@shared/core/kernel/id';
import { pageKinds } from '@shared/core/model/family';
import { childrenOf, closest, type Project, titleOf } from '@shared/core/model/project';
import { kindSpec, type KnownRecord } from '@shared/core/model/record';
import { recordName } from '../../state/record-name';
import { type Match, matchPinyin } from '../../ui/match-pinyin';

/** Something the palette can go to or do. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: '去哪里' | '做什么';
  readonly title: string;
  /** What stands in grey behind it. */
  readonly note: string;
  readonly keys: string;
  /** Further words it is found by. */
  readonly words: string;
  readonly run: () => void;
}

export interface Found {
  readonly entry: PaletteEntry;
  readonly match: Match | null;
}

const mostShown = 40;
/** The records that can be gone to, from the top down: that is the list before anything is typed. */
export function placesOf(project: Project, go: (id: RecordId) => void): readonly PaletteEntry[] {
  return soughtBelow(project, null).map((record) => {
    const course =
      record.kind === 'learningTask' ? closest(project, record.id, 'course') : undefined;
    const below = course === undefined ? '' : ` · ${titleOf(course)}`;
    return {
      id: record.id,
      group: '去哪里' as const,
      title: recordName(record),
      note: `${kindSpec(record.kind).label}${below}`,
      keys: '',
      words: record.kind === 'startPoint' ? '课程表' : '',
      run: () => {
        go(record.id);
      },
    };
  });
}

function soughtBelow(project: Project, id: RecordId | null): readonly KnownRecord[] {
  return pageKinds
    .flatMap((kind): readonly KnownRecord[] => childrenOf(project, id, kind))
    .flatMap((record) => [record, ...soughtBelow(project, record.id)]);
}

/**
 * The entries that match, places first, best first: the earlier in the title the better, then the
 * shorter. `>` looks for commands only.
 */
export function findEntries(entries: readonly PaletteEntry[], typed: string): readonly Found[] {
  const onlyCommands = /^[>＞]/.test(typed);
  const wanted = typed.replace(/^[>＞]/, '').trim();
  const sought = onlyCommands ? entries.filter(({ group }) => group === '做什么') : entries;
  if (wanted === '') return sought.slice(0, mostShown).map((entry) => ({ entry, match: null }));
  return sought
    .flatMap((entry): readonly Found[] => {
      const match = matchPinyin(entry.title, wanted);
      if (match !== undefined) return [{ entry, match }];
      return matchPinyin(entry.words, wanted) === undefined ? [] : [{ entry, match: null }];
    })
    .sort((left, right) => order(left) - order(right))
    .slice(0, mostShown);
}

function order({ entry, match }: Found): number {
  const group = entry.group === '去哪里' ? 0 : 1_000_000;
  return group + (match === null ? 10_000 : match[0] * 100 + Math.min(entry.title.length, 99));
}
