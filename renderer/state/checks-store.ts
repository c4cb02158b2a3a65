import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecordId } from '@shared/core/kernel/id';
import { type Place, placeKey } from '@shared/core/model/place';
import type { Project } from '@shared/core/model/project';
import type { CheckedPlace, Finding } from '@shared/core/rules/check-project';
import type { PlaceCount } from '@shared/core/rules/count-completeness';
import type { Stop } from '@shared/core/rules/next-finding';
import type { Severity } from '@shared/core/rules/rule';
import type { WaivedFinding } from '@shared/core/rules/waivers';
import { pageKey, pageOfPlace } from './page-owner';

/** What the rules say about one state of the project. */
export interface CheckReport {
  /** Findings nobody has decided to live with, in page order. */
  readonly open: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** Where F8 stops, in page order. */
  readonly stops: readonly Stop[];
  /** Empty required places, in page order. */
  readonly unfinished: readonly CheckedPlace[];
  /** How far the whole project is written. */
  readonly whole: PlaceCount;
  /** How far each record is written together with everything below it. */
  readonly counts: readonly (readonly [RecordId, PlaceCount])[];
}

/** The worst thing said about a place, and all of it in words. */
export interface Mark {
  readonly severity: Severity;
  readonly words: string;
}

export interface ChecksState {
  /** null until the first check of the open project is done. */
  readonly report: CheckReport | null;
  /** Why the checks have stopped, in Chinese; '' = they have not. */
  readonly failure: string;
  /** By the page it is said on (`pageKey`); 建议 leaves no mark there. */
  readonly pageMarks: ReadonlyMap<string, Mark>;
  /** By `placeKey`. */
  readonly fieldMarks: ReadonlyMap<string, Mark>;
  /** How far each record is written, with everything below it. */
  readonly written: ReadonlyMap<RecordId, PlaceCount>;
  /** What the panel lists, and F8 walks while it is in sight: all that is said, or what is not written. */
  readonly only: 'all' | 'unfinished';
  /** The finding that is open in the panel (`findingKey`). */
  readonly selected: string | null;
  /** Where F8 went last. */
  readonly stop: Place | null;
  readonly take: (project: Project, report: CheckReport) => void;
  readonly fail: (message: string) => void;
  readonly choose: (key: string | null, stop?: Place | null) => void;
  readonly setOnly: (only: ChecksState['only']) => void;
  readonly clear: () => void;
}

export type ChecksStore = StoreApi<ChecksState>;

const nothing = {
  report: null,
  failure: '',
  pageMarks: new Map<string, Mark>(),
  fieldMarks: new Map<string, Mark>(),
  written: new Map<RecordId, PlaceCount>(),
  only: 'all' as const,
  selected: null,
  stop: null,
};

/** What is said about the open project; filled by the rules worker, off the typing path. */
export function createChecksStore(): ChecksStore {
  return createStore<ChecksState>()((set, get) => ({
    ...nothing,
    take(project, report) {
      const before = get();
      const written = sameCounts(new Map(report.counts), before.written);
      set({ report, failure: '', written, ...marksOf(project, report, before) });
    },
    fail(failure) {
      set({ failure });
    },
    choose(selected, stop = null) {
      set({ selected, stop });
    },
    setOnly(only) {
      set({ only });
    },
    clear() {
      set(nothing);
    },
  }));
}

/** Says which finding is meant, from one check to the next. */
export function findingKey(said: Place & { readonly ruleId: string }): string {
  return `${said.ruleId} ${placeKey(said)}`;
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** 必改 before 该看看 before 建议. */
export function bySeverity(left: { severity: Severity }, right: { severity: Severity }): number {
  return ranks[left.severity] - ranks[right.severity];
}

type Marks = Pick<ChecksState, 'pageMarks' | 'fieldMarks'>;

/** Marks that say the same stay the same objects, so that nothing is drawn again for them. */
function marksOf(project: Project, { open }: CheckReport, before: Marks): Marks {
  const pageMarks = new Map<string, Mark>();
  const fieldMarks = new Map<string, Mark>();
  for (const finding of open) {
    const { severity, message } = finding;
    note(fieldMarks, placeKey(finding), { severity, words: message });
    if (severity === 'hint') continue;
    const page = pageOfPlace(project, finding);
    if (page !== undefined) note(pageMarks, pageKey(page), { severity, words: '' });
  }
  return {
    pageMarks: kept(pageMarks, before.pageMarks),
    fieldMarks: kept(fieldMarks, before.fieldMarks),
  };
}

function note(marks: Map<string, Mark>, key: string, mark: Mark): void {
  const there = marks.get(key);
  if (there === undefined) marks.set(key, mark);
  else {
    const words = [there.words, mark.words].filter((part) => part !== '').join(' ');
    marks.set(key, {
      severity: bySeverity(there, mark) <= 0 ? there.severity : mark.severity,
      words,
    });
  }
}

function kept(marks: Map<string, Mark>, before: ReadonlyMap<string, Mark>): Map<string, Mark> {
  for (const [key, { severity, words }] of marks) {
    const last = before.get(key);
    if (last?.severity === severity && last.words === words) marks.set(key, last);
  }
  return marks;
}

/** Counts that are the same stay the same objects. */
function sameCounts(
  counts: Map<RecordId, PlaceCount>,
  before: ReadonlyMap<RecordId, PlaceCount>,
): ReadonlyMap<RecordId, PlaceCount> {
  for (const [id, { done, total }] of counts) {
    const last = before.get(id);
    if (last?.done === done && last.total === total) counts.set(id, last);
  }
  return counts;
}
