import type { AnyFieldValue, FieldSpec } from '../field';

/**
 * What sort of kind it is; what the app does with a record follows from it:
 * - `page`: has a page of its own, a line in the outline, is looked for by name;
 * - `line`: one line of a list, written like lines (Enter splits, Backspace joins);
 * - `row`: one row of a table on the page of its owner;
 * - `singleton`: its parent has exactly one, it comes and goes with it;
 * - `mapping`: says that its parent and what it points at belong together;
 * - `cell`: holds the number in which its parent and what it points at meet; emptied, not unlinked;
 * - `own`: noted by the app, no content of the curriculum.
 */
export type KindRole = 'page' | 'line' | 'row' | 'singleton' | 'mapping' | 'cell' | 'own';

/** What a kind is, said once. What asks about kinds asks this table (`family.ts`), never a list of its own. */
export interface KindSpec {
  /** Begins the ids of its records; append-only. */
  readonly code: string;
  readonly label: string;
  readonly rung: number;
  /** The kinds it stands below; null = the top of the project. */
  readonly parents: readonly (string | null)[];
  readonly role: KindRole;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Measure word; left out = 条. */
  readonly measure?: string;
  /** Of a line: the field that is the line. */
  readonly line?: string;
  /** Fields that part its list into several on the page. */
  readonly parted?: readonly string[];
  /** The field that holds what it is mapped to besides its parent. */
  readonly to?: string;
  /** True when it carries a stamp of the words it was judged against. */
  readonly judged?: true;
  /** The words of it that count when something mapped to it is judged. */
  readonly judgedBy?: { readonly fields: readonly string[]; readonly below?: readonly string[] };
  /** True when it comes with what it points at and goes only with it. */
  readonly companion?: true;
  /** True when it is written on the page of what it points at, not on that of its parent. */
  readonly shownAtEnd?: true;
  /** True for what has no page and yet a line in the outline or a say in where one stands. */
  readonly outlined?: true;
  /** Of a page: what of it is written in the list on the page above as well. */
  readonly listed?: readonly string[];
  /** Behind a number where a file is described: 3门课程. */
  readonly described?: string;
  /** True when nothing changes it once it is made. */
  readonly frozen?: true;
  /** What a new one has in its fields besides what is given. */
  readonly initial?: Readonly<Record<string, AnyFieldValue>>;
  /** The same, by the level it is made below. */
  readonly byLevel?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type KindTable = Readonly<Record<string, KindSpec>>;
