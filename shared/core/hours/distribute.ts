import { fail, ok, type Result } from '../kernel/result';

/** What is shared out: in which steps (coarse ones first) and the word behind a number. */
export interface Measure {
  readonly steps: readonly number[];
  readonly word: string;
  /** Units it is counted in that one of them has, where it has parts that no computer holds exactly. */
  readonly scale?: number;
}

/** Whole 学时 where all numbers are whole, else half ones. */
export const hoursMeasure: Measure = { steps: [1, 0.5], word: ' 学时' };
/** Whole percent where all are whole, else tenths; counted in tenths. */
export const percentMeasure: Measure = { steps: [10, 1], word: '%', scale: 10 };

/** One side of a sum, the whole or a part of it, with its name for sentences. */
export interface Side {
  readonly id: string;
  readonly label: string;
}

/** One part of a whole that is shared out. */
export interface Part extends Side {
  /** What it has now; null = nothing of its own yet. */
  readonly current: number | null;
  /** True when what it has must stay. */
  readonly fixed: boolean;
  /** The least it may get; 0 when left out. */
  readonly least?: number;
  /** Whole number ≥ 0: its weight among parts without a value of their own; 1 when left out. */
  readonly weight?: number;
}

export interface Whole extends Side {
  readonly amount: number;
}

/** Two sides that contradict each other; nothing was changed. */
export interface HoursConflict {
  readonly reason:
    'fixed-exceed-whole' | 'fixed-below-whole' | 'least-exceed-whole' | 'not-in-steps';
  readonly first: Side;
  readonly second: Side;
  readonly message: string;
}

/**
 * Shares whole units by weight with the method of the largest remainder: the sum is exact, no share
 * is more than one unit from its true value, equal remainders go to the earlier. Weights are whole
 * numbers ≥ 0; when all are 0 they count as equal.
 */
export function largestRemainder(units: number, weights: readonly number[]): readonly number[] {
  const known = weights.reduce((sum, weight) => sum + weight, 0);
  const counted = known === 0 ? weights.map(() => 1) : weights;
  const total = known === 0 ? weights.length : known;
  const shares = counted.map((weight) => Math.floor((units * weight) / total));
  const left = units - shares.reduce((sum, share) => sum + share, 0);
  const remainders = counted.map((weight, index) => units * weight - (shares[index] ?? 0) * total);
  const order = remainders.map((_, index) => index);
  order.sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const index of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/**
 * Shares a whole among its parts so that the sum is exact, nothing is negative, fixed parts stay and
 * the change is the smallest possible: parts without a value take what the others leave; where that
 * does not do, the free parts grow or shrink together in proportion. When the fixed parts make it
 * impossible the two places that contradict each other are named.
 */
export function distribute(
  whole: Whole,
  parts: readonly Part[],
  measure: Measure = hoursMeasure,
): Result<ReadonlyMap<string, number>, HoursConflict> {
  const { scale } = measure;
  if (scale === undefined) return distributeUnits(whole, parts, measure);
  const units = (amount: number) => Math.round(amount * scale);
  const counted = parts.map((part) => ({
    ...part,
    current: part.current === null ? null : units(part.current),
    least: units(leastOf(part)),
  }));
  const result = distributeUnits({ ...whole, amount: units(whole.amount) }, counted, measure);
  if (!result.ok) return result;
  return ok(new Map([...result.value].map(([id, share]) => [id, share / scale])));
}

function distributeUnits(
  whole: Whole,
  parts: readonly Part[],
  measure: Measure,
): Result<ReadonlyMap<string, number>, HoursConflict> {
  const fixed = parts.filter(isFixed);
  const free = parts.filter((part) => !isFixed(part));
  const rest = whole.amount - sumOf(fixed, ({ current }) => current ?? 0);
  const step = stepFor(measure, [rest, ...free.flatMap(({ current, least }) => [current, least])]);
  if (step === undefined) return fail(conflict('not-in-steps', { whole, parts }, measure));
  if (rest < 0) return fail(conflict('fixed-exceed-whole', { whole, parts: fixed }, measure));
  if (free.length === 0 && rest > 0) {
    return fail(conflict('fixed-below-whole', { whole, parts: fixed }, measure));
  }
  if (rest < sumOf(free, leastOf)) {
    return fail(conflict('least-exceed-whole', { whole, parts: free }, measure));
  }
  const shares = new Map(parts.map(({ id, current }) => [id, current ?? 0]));
  for (const [id, share] of sharedOut(rest, free, step)) shares.set(id, share);
  return ok(shares);
}

function isFixed({ fixed, current }: Part): boolean {
  return fixed && current !== null;
}

function leastOf({ least }: Part): number {
  return least ?? 0;
}

function sumOf<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amount(item), 0);
}

/** The coarsest step that all numbers are multiples of. */
function stepFor(
  { steps }: Measure,
  numbers: readonly (number | null | undefined)[],
): number | undefined {
  return steps.find((step) => numbers.every((value) => Number.isInteger((value ?? 0) / step)));
}

function sharedOut(
  rest: number,
  free: readonly Part[],
  step: number,
): readonly (readonly [string, number])[] {
  const open = free.filter(({ current }) => current === null);
  const settled = free.filter(({ current }) => current !== null);
  const left = rest - sumOf(settled, ({ current }) => current ?? 0);
  const settledFit = settled.every((part) => (part.current ?? 0) >= leastOf(part));
  const needed = Math.max(open.length * step, sumOf(open, leastOf));
  if (open.length > 0 && settledFit && left >= needed) {
    const weighted = open.map((part) => ({ part, weight: part.weight ?? 1 }));
    return [
      ...settled.map(({ id, current }) => [id, current ?? 0] as const),
      ...aboveLeast(left, weighted, step),
    ];
  }
  return aboveLeast(rest, proportional(free, step), step);
}

interface Weighted {
  readonly part: Part;
  readonly weight: number;
}

/** Weights for growing or shrinking together; a part without a value counts as an average one. */
function proportional(free: readonly Part[], step: number): readonly Weighted[] {
  const known = free.flatMap(({ current }) => (current === null ? [] : [current / step]));
  const average = Math.max(1, Math.round(sumOf(known, (units) => units) / (known.length || 1)));
  return free.map((part) => {
    const unknown = known.length === 0 ? (part.weight ?? 1) : average;
    return { part, weight: part.current === null ? unknown : part.current / step };
  });
}

/** Largest remainder where some parts have a least: who would fall below gets it, the others share the rest. */
function aboveLeast(
  rest: number,
  weighted: readonly Weighted[],
  step: number,
): readonly (readonly [string, number])[] {
  const units = Math.round(rest / step);
  const shares = largestRemainder(
    units,
    weighted.map(({ weight }) => weight),
  );
  const low = weighted.filter(({ part }, index) => (shares[index] ?? 0) * step < leastOf(part));
  if (low.length === 0) {
    return weighted.map(({ part }, index) => [part.id, (shares[index] ?? 0) * step] as const);
  }
  const others = weighted.filter((item) => !low.includes(item));
  return [
    ...low.map(({ part }) => [part.id, leastOf(part)] as const),
    ...aboveLeast(rest - sumOf(low, ({ part }) => leastOf(part)), others, step),
  ];
}

function conflict(
  reason: HoursConflict['reason'],
  { whole, parts }: { readonly whole: Whole; readonly parts: readonly Part[] },
  { word, steps, scale = 1 }: Measure,
): HoursConflict {
  const amount = (part: Part) => (part.fixed ? (part.current ?? 0) : leastOf(part));
  const largest = parts.toSorted((left, right) => amount(right) - amount(left))[0] ?? whole;
  const sum = sumOf(parts, amount);
  const first = { id: whole.id, label: whole.label };
  const second = { id: largest.id, label: largest.label };
  const both = `请改“${first.label}”或“${second.label}”中的一处。`;
  const message =
    reason === 'not-in-steps'
      ? `“${first.label}”的${word.trim()}数要是 ${(steps.at(-1) ?? 1) / scale} 的倍数。${both}`
      : `“${first.label}”共 ${whole.amount / scale}${word}，锁定的部分合计 ${sum / scale}${word}，对不上。${both}`;
  return { reason, first, second, message };
}
