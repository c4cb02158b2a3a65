import * as z from 'zod';
import type { Refusal } from '../words/refusal';
import { fail, ok, type Result } from '../kernel/result';
import { type Layout, layoutSchema } from './layout';
import { layoutFindings } from './layout-check';
import { terms } from '../words/terms';

/**
 * A school's layout as what differs from a base, by the ids of blocks, parts, pieces and columns, so
 * that a new version of the base still reaches the school.
 */
export const layoutDifferenceSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9.-]*$/),
  version: z.number().int().positive(),
  base: z.string(),
  title: z.string().min(1),
  fileNote: z.string().min(1).optional(),
  page: z.record(z.string(), z.unknown()).optional(),
  emptyMark: z.string().optional(),
  terms: z.record(z.string(), z.string()).optional(),
  styles: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  changes: z
    .record(
      z.string(),
      z.strictObject({
        /** Left out of the paper. */
        remove: z.literal(true).optional(),
        /** Members that get another value. */
        set: z.record(z.string(), z.unknown()).optional(),
        /** New ones that follow it. */
        after: z.array(z.looseObject({ id: z.string() })).optional(),
        /** Ids of its members in their new order; those not named keep theirs behind them. */
        order: z.array(z.string()).optional(),
      }),
    )
    .default({}),
});
export type LayoutDifference = z.input<typeof layoutDifferenceSchema>;
type Changes = z.output<typeof layoutDifferenceSchema>['changes'];
type Members = Readonly<Record<string, unknown>>;
type Named = Members & { readonly id: string };

/** The whole layout a difference stands for. Refuses what names a block the base does not have, or does not fit together. */
export function resolveLayout(base: Layout, given: LayoutDifference): Result<Layout, Refusal> {
  const parsed = layoutDifferenceSchema.safeParse(given);
  if (!parsed.success) return broken(z.prettifyError(parsed.error));
  const { changes, ...difference } = parsed.data;
  if (difference.base !== base.id) return broken(`它的基础版式是“${difference.base}”。`);
  const unused = new Set(Object.keys(changes));
  const blocks = changedList(base.blocks, changes, unused);
  if (unused.size > 0) return broken(`基础版式里没有“${[...unused].join('”、“')}”。`);
  const whole = layoutSchema.safeParse({
    ...base,
    id: difference.id,
    version: difference.version,
    title: difference.title,
    fileNote: difference.fileNote ?? base.fileNote,
    page: { ...base.page, ...difference.page },
    emptyMark: difference.emptyMark ?? base.emptyMark,
    terms: { ...base.terms, ...difference.terms },
    styles: changedStyles(base.styles, difference.styles ?? {}),
    blocks,
  });
  if (!whole.success) return broken(z.prettifyError(whole.error));
  const findings = layoutFindings(whole.data, terms);
  return findings.length > 0 ? broken(findings.join('')) : ok(whole.data);
}

function broken(why: string): Result<never, Refusal> {
  return fail({ reason: 'broken-layout', message: `这个版式不能用：${why}` });
}

function changedStyles(
  base: Layout['styles'],
  changed: Readonly<Record<string, Members>>,
): Members {
  const styles: Record<string, unknown> = { ...base };
  for (const [name, members] of Object.entries(changed)) {
    styles[name] = { ...base[name], ...members };
  }
  return styles;
}

function changedList(
  list: readonly unknown[],
  changes: Changes,
  unused: Set<string>,
): readonly unknown[] {
  return list.flatMap((member) => {
    if (!isNamed(member)) return [member];
    const change = Object.hasOwn(changes, member.id) ? changes[member.id] : undefined;
    unused.delete(member.id);
    const after = change?.after ?? [];
    if (change?.remove === true) return after;
    const inner = withChangedLists({ ...member, ...change?.set }, changes, unused);
    return [change?.order === undefined ? inner : reordered(inner, change.order), ...after];
  });
}

/** The same for everything inside: parts of a table, columns of a part, pieces of a cell. */
function withChangedLists(member: Named, changes: Changes, unused: Set<string>): Named {
  const result: Record<string, unknown> = { ...member };
  for (const [name, value] of Object.entries(member)) {
    if (Array.isArray(value)) result[name] = changedList(value, changes, unused);
  }
  return { ...result, id: member.id };
}

function reordered(member: Named, order: readonly string[]): Named {
  const result: Record<string, unknown> = { ...member };
  for (const [name, value] of Object.entries(member)) {
    if (!Array.isArray(value) || !value.every(isNamed)) continue;
    const placeOf = ({ id }: Named) => (order.includes(id) ? order.indexOf(id) : order.length);
    result[name] = value.toSorted((left, right) => placeOf(left) - placeOf(right));
  }
  return { ...result, id: member.id };
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && 'id' in value;
}
