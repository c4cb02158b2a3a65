import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, closest, type Project, titleOf } from '@shared/core/model/project';
import { type Kind, kindSpec, type KnownRecord } from '@shared/core/model/record';
import { entriesBelow, pageEntryOf, pageWord } from '../../state/pages/registry';
import { recordName } from '@shared/core/words/wording';
import { type Match, matchPinyin } from '../../ui/match-pinyin';

/** Something the palette can go to or do. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: '去哪里' | '做什么';
  readonly title: string;
  /** What stands in grey behind it. */
  readonly note: string;
  readonly keys: string;
  /** Further words it is found by, alone or beside those of its title. */
  readonly words: string;
  /** Stands before others that match as well: a course before the task of the same name. */
  readonly isFirst?: boolean;
  readonly run: () => void;
}

export interface Found {
  readonly entry: PaletteEntry;
  readonly match: Match | null;
}

const mostShown = 40;
/** The records that can be gone to, from the top down: that is the list before anything is typed. */
export function placesOf(project: Project, go: (id: RecordId) => void): readonly PaletteEntry[] {
  return soughtBelow(project, null, null).map((record) => {
    const course =
      record.kind === 'learningTask' ? closest(project, record.id, 'course') : undefined;
    const below = course === undefined ? '' : ` · ${titleOf(course)}`;
    return {
      id: record.id,
      group: '去哪里' as const,
      title: recordName(record),
      note: `${kindSpec(record.kind).label}${below}`,
      keys: '',
      words: wordsBeside(project, record),
      isFirst: pageEntryOf(record.kind)?.isFirst === true,
      run: () => {
        go(record.id);
      },
    };
  });
}

/** What a place is called by besides its name: its kind, and the level it belongs to. */
function wordsBeside(project: Project, record: KnownRecord): string {
  const level = closest(project, record.id, 'majorLevel');
  return [
    level === undefined || level.id === record.id ? '' : recordName(level),
    pageWord(record.kind) || kindSpec(record.kind).label,
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function soughtBelow(
  project: Project,
  id: RecordId | null,
  kind: Kind | null,
): readonly KnownRecord[] {
  return entriesBelow(kind)
    .filter(({ part }) => part === undefined)
    .flatMap((entry): readonly KnownRecord[] => childrenOf(project, id, entry.kind))
    .flatMap((record) => [record, ...soughtBelow(project, record.id, record.kind)]);
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
    .flatMap((entry) => foundIn(entry, wanted))
    .sort((left, right) => order(left) - order(right))
    .slice(0, mostShown);
}

/** All of it in the title, or each of its words in the title or beside it: 高级 初中起点五年. */
function foundIn(entry: PaletteEntry, wanted: string): readonly Found[] {
  const whole = matchPinyin(entry.title, wanted);
  if (whole !== undefined) return [{ entry, match: whole }];
  const parts = wanted.split(/\s+/);
  const matches = parts.map((part) => matchPinyin(entry.title, part));
  const isFound = parts.every(
    (part, at) => matches[at] !== undefined || matchPinyin(entry.words, part) !== undefined,
  );
  return isFound ? [{ entry, match: matches.find((match) => match !== undefined) ?? null }] : [];
}

function order({ entry, match }: Found): number {
  const group = entry.group === '去哪里' ? 0 : 1_000_000;
  const place = match === null ? 10_000 : match[0] * 100 + Math.min(entry.title.length, 99);
  return group + place - (entry.isFirst === true ? 0.5 : 0);
}
