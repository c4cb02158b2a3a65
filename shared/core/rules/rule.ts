import type { Result } from '../kernel/result';
import type { CommandContext } from '../commands/command';
import type { Intent } from '../making/draft';
import type { Refusal } from '../words/refusal';
import type { Place } from '../model/place';
import type { Project } from '../model/project';
import { type Kind, type KnownRecord, type RecordOf } from '../model/record';
import type { ExampleNode } from './example';
import type { Thresholds } from './rule-settings';

/** 必改 keeps a paper from being finished, 该看看 asks for a reason when kept, 建议 is advice. */
export type Severity = 'error' | 'warning' | 'hint';

/** The Chinese words of the severities, as they stand on screen. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: '必改',
  warning: '该看看',
  hint: '建议',
};

/** The packs that have rules; their titles are data (templates/rules/packs.json). */
export type PackId =
  'completeness' | 'references' | 'hours' | 'naming' | 'objectives' | 'levels' | 'assessment';

/** Where the requirement comes from: named in the regulation's training material, seen in published papers, or common practice. */
export type SourceMark = 'S' | 'F' | 'K';

/** What a rule found wrong at a place, in a colleague's words. */
export type Problem = Place & {
  readonly message: string;
  /** When it weighs more or less than the rule does as a rule. */
  readonly severity?: Severity;
  readonly fixable?: boolean;
};

/** A place that must be filled before the paper is finished (● in the domain model). */
export type RequiredPlace = Place & {
  readonly filled: boolean;
  /** What is missing, said when it is empty. */
  readonly message: string;
};

/** What a rule may read. Everything read through `project` is noted, and checked again when it changes. */
export interface RuleContext {
  readonly project: Project;
  readonly thresholds: Thresholds;
}

/** A case of the rule: test, documentation and what the teacher sees under 为什么. */
export interface RuleExample {
  /** What the case is, in a few words: 「工作对象只有 1 条」. */
  readonly text: string;
  readonly records: readonly ExampleNode[];
  /** The messages expected; none = a good example. */
  readonly finds: readonly string[];
}

interface RuleWords {
  /** Equal to its file name in capitals: CMP-08. */
  readonly id: string;
  readonly pack: PackId;
  readonly severity: Severity;
  /** What must hold, in one Chinese sentence. */
  readonly title: string;
  /** Why it must hold, for the teacher. */
  readonly why: string;
  readonly source: SourceMark;
  readonly examples: readonly RuleExample[];
}

interface RuleSpec<K extends Kind> extends RuleWords {
  /** The kinds whose records the rule looks at. */
  readonly kinds: readonly K[];
  /** Required places of a record; the empty ones are problems as soon as the record has been begun. */
  readonly places?: (record: RecordOf<K>, context: RuleContext) => readonly RequiredPlace[];
  /** Whether anybody has begun to write here; needed with `places`. */
  readonly isBegun?: (record: RecordOf<K>, context: RuleContext) => boolean;
  readonly check?: (record: RecordOf<K>, context: RuleContext) => readonly Problem[];
  /** Mends a problem that said it was fixable. */
  readonly fix?: RuleFix;
}

export type RuleFix = (
  project: Project,
  place: Place,
  context: CommandContext,
) => Result<Intent, Refusal>;

/** One rule, ready to run on any record. */
export interface Rule extends RuleWords {
  readonly kinds: readonly Kind[];
  readonly places: (record: KnownRecord, context: RuleContext) => readonly RequiredPlace[];
  readonly check: (record: KnownRecord, context: RuleContext) => readonly Problem[];
  readonly fix: RuleFix | undefined;
}

/** Makes a rule of its parts; what it looks at is typed by its kinds. */
export function defineRule<K extends Kind>(spec: RuleSpec<K>): Rule {
  const { places, isBegun, check, fix, ...words } = spec;
  const looksAt = (record: KnownRecord): record is KnownRecord & RecordOf<K> =>
    (spec.kinds as readonly Kind[]).includes(record.kind);
  return {
    ...words,
    fix,
    places: (record, context) =>
      looksAt(record) && places !== undefined ? places(record, context) : [],
    check: (record, context) => {
      if (!looksAt(record)) return [];
      const begun = places !== undefined && isBegun?.(record, context) === true;
      const missing = begun ? places(record, context).filter(({ filled }) => !filled) : [];
      return [...missing, ...(check?.(record, context) ?? [])];
    },
  };
}
