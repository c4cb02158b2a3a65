import { hoursOfShare, writtenPoints } from '../coverage/coverage';
import type { RecordId } from '../kernel/id';
import { isJudged } from '../model/family';
import { childrenOf, findOf, onlyChildOf, type Project, titleOf } from '../model/project';
import {
  fieldOf,
  fieldSpec,
  isOf,
  type Kind,
  type KnownRecord,
  type RecordOf,
} from '../model/record';
import { isSuspect } from '../model/stamp';
import { pathOf } from '../paths/path';
import { recordsAt } from '../paths/values';
import type { Condition, MatrixSpec } from './spec';
import { type Trail, trailsFrom } from './trails';

type Share = RecordOf<'objectiveTask'>;
type Point = RecordOf<'assessmentPoint'>;

/** A row or a column: how many of the cells with a link are covered. */
export interface MatrixLine {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly text: string;
  readonly covered: number;
  readonly of: number;
  /** Hours of the distinct shares reached through its cells, each once. */
  readonly hours: number;
}

export interface MatrixCell {
  readonly row: RecordId;
  readonly column: RecordId;
  /** The option of the mapping that says how far it goes; '' where none does. */
  readonly strength: string;
  /** null where a matrix or column has no hours by nature. */
  readonly hours: number | null;
  readonly criteria: readonly RecordId[];
  readonly state: 'covered' | 'partial';
  readonly missing: readonly Condition[];
  readonly suspect: boolean;
  /** The shares of learning tasks that its hours are the sum of. */
  readonly shares: readonly RecordId[];
}

export interface Matrix {
  readonly spec: MatrixSpec;
  readonly rows: readonly MatrixLine[];
  readonly columns: readonly MatrixLine[];
  /** Those with a link only, row by row. */
  readonly cells: readonly MatrixCell[];
}

/** What a matrix is made of: the record its paths begin at, and which records of it are wanted. */
export interface MatrixOf {
  readonly from: KnownRecord;
  readonly isWanted?: (record: KnownRecord) => boolean;
}

const anyRecord = () => true;

/** Works out a matrix with its sums. */
export function matrixOf(
  project: Project,
  spec: MatrixSpec,
  { from, isWanted = anyRecord }: MatrixOf,
): Matrix {
  const at = { project, record: from };
  const rows = recordsAt(at, spec.rows).records.filter(isWanted);
  const finals = spec.hasFinal === true ? finalsOf(project, rows) : [];
  const columns = [...recordsAt(at, spec.columns).records.filter(isWanted), ...finals];
  const cells = rows.flatMap((row) => cellsOf(project, spec, { row, columns }));
  const byRow = grouped(cells, ({ row }) => row);
  const byColumn = grouped(cells, ({ column }) => column);
  return {
    spec,
    rows: rows.map((record) => lineOf(project, record, byRow.get(record.id) ?? [])),
    columns: columns.map((record) => lineOf(project, record, byColumn.get(record.id) ?? [])),
    cells,
  };
}

function cellsOf(
  project: Project,
  spec: MatrixSpec,
  { row, columns }: { readonly row: KnownRecord; readonly columns: readonly KnownRecord[] },
): readonly MatrixCell[] {
  const route = pathOf(spec.route);
  const trails = route === undefined ? [] : trailsFrom(project, row, route);
  return columns.flatMap((column) => {
    if (isOf(column, 'finalAssessment')) return finalCell(project, row, column);
    const ways = trails.filter(({ end }) => end.id === column.id);
    return ways.length === 0 ? [] : [linkedCell(project, spec, { row, column, ways })];
  });
}

interface Linked {
  readonly row: KnownRecord;
  readonly column: KnownRecord;
  readonly ways: readonly Trail[];
}

function linkedCell(project: Project, spec: MatrixSpec, { row, column, ways }: Linked): MatrixCell {
  const through = distinct(ways.flatMap((way) => way.through));
  const passed = through.filter((one) => isOf(one, 'courseObjective'));
  const objectives = passed.length > 0 ? passed : objectivesOf(project, column);
  const passedShares = through.filter((one) => isOf(one, 'objectiveTask'));
  const shares =
    passedShares.length > 0
      ? passedShares
      : objectives.flatMap(({ id }) => childrenOf(project, id, 'objectiveTask'));
  const place = isOf(column, 'learningTask') ? column.id : undefined;
  const points = objectives.flatMap(({ id }) => writtenPoints(project, id, place));
  const hours = sumOf(project, shares);
  const missing = spec.conditions.filter(
    (condition) =>
      (condition === 'hours' && hours === 0) || (condition === 'criterion' && points.length === 0),
  );
  return {
    ...{ row: row.id, column: column.id, strength: strengthOf(through), missing },
    shares: distinct(shares).map(({ id }) => id),
    hours: spec.conditions.includes('hours') ? hours : null,
    criteria: points.map(({ id }) => id),
    state: missing.length === 0 ? 'covered' : 'partial',
    suspect: [...through, ...points].some((one) => isJudged(one) && isSuspect(project, one)),
  };
}

/** What the 终结性考核 assesses of an objective: it has no hours, a criterion is all it takes. */
function finalCell(project: Project, row: KnownRecord, column: KnownRecord): readonly MatrixCell[] {
  const points: readonly Point[] = writtenPoints(project, row.id, null);
  const own = finalsOf(project, [row]).some(({ id }) => id === column.id);
  if (!own || points.length === 0) return [];
  return [
    {
      ...{ row: row.id, column: column.id, strength: '', hours: null, shares: [], missing: [] },
      criteria: points.map(({ id }) => id),
      state: 'covered',
      suspect: points.some((point) => isSuspect(project, point)),
    },
  ];
}

/** The 终结性考核 of the courses that records stand in. */
function finalsOf(
  project: Project,
  records: readonly KnownRecord[],
): readonly RecordOf<'finalAssessment'>[] {
  const courses = new Set(records.map(({ parentId }) => parentId));
  return [...courses].flatMap((id) => {
    const assessment = onlyChildOf(project, id, 'courseAssessment');
    return (assessment && onlyChildOf(project, assessment.id, 'finalAssessment')) ?? [];
  });
}

/** Of a course all its objectives, of a 学习任务 those that it teaches. */
function objectivesOf(
  project: Project,
  column: KnownRecord,
): readonly RecordOf<'courseObjective'>[] {
  return childrenOf(project, column.id, 'courseObjective');
}

/** How far the last mapping goes that says it; of several the strongest, options being given in that order. */
function strengthOf(through: readonly KnownRecord[]): string {
  const saying = through.filter(({ kind }) => fieldSpec(kind, 'strength')?.type === 'choice');
  const kind = saying.at(-1)?.kind;
  const spec = kind && fieldSpec(kind, 'strength');
  if (spec?.type !== 'choice') return '';
  const said = saying.flatMap((one) => (one.kind === kind ? [fieldOf(one, 'strength')] : []));
  return spec.options.findLast((option) => said.includes(option)) ?? '';
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}

/** Planned hours of shares, each once. */
function sumOf(project: Project, shares: readonly Share[]): number {
  return distinct(shares).reduce((sum, share) => sum + hoursOfShare(project, share), 0);
}

function lineOf(project: Project, record: KnownRecord, cells: readonly MatrixCell[]): MatrixLine {
  return {
    ...{ id: record.id, kind: record.kind, text: titleOf(record), of: cells.length },
    covered: cells.filter(({ state }) => state === 'covered').length,
    hours: sumOf(
      project,
      cells.flatMap(({ shares }) =>
        shares.flatMap((id) => findOf(project, 'objectiveTask', id) ?? []),
      ),
    ),
  };
}
