import * as z from 'zod';
import {
  alignSchema,
  bindSchema,
  columnBase,
  idSchema,
  styleSchema,
  termSchema,
  verticalSchema,
  whenSchema,
} from './layout-base';

/** A column of a grid that is of its rows: before the crossing columns, or behind them. */
const gridLead = z.strictObject({
  ...columnBase,
  labelTerm: termSchema,
  bind: bindSchema,
  style: styleSchema,
  align: alignSchema,
  verticalAlign: verticalSchema,
  /** Takes the room the crossing columns can spare, up to this. */
  widestMm: z.number().positive().optional(),
  /** Stands in bold before the text, with its number for `{n}`. */
  prefix: z.strictObject({ term: termSchema, number: bindSchema }).optional(),
  /** Its numbers are added up where the layout has sums. */
  sum: z.boolean().default(false),
});
/**
 * Rows of one sort of records across columns of another, and what stands where they meet: 课程表, 考核要点, and
 * every matrix. What a page has no room for goes on in a further table with the same leading columns.
 */
export const gridBlock = z.strictObject({
  id: idSchema,
  type: z.literal('grid'),
  when: whenSchema.optional(),
  /** Leads to the records of the rows. */
  over: bindSchema,
  /** Only rows in which a choice is one of these; what only a newer version knows stays. */
  only: z.strictObject({ bind: bindSchema, oneOf: z.array(z.string()).min(1) }).optional(),
  /** A first column that says what neighbouring rows have in common, with a sum of each group if wished. */
  group: z
    .strictObject({
      bind: bindSchema,
      widthMm: z.number().positive(),
      labelTerm: termSchema,
      sumTerm: termSchema.optional(),
    })
    .optional(),
  leads: z.array(gridLead).min(1),
  columns: z.strictObject({
    over: bindSchema,
    labelTerm: termSchema,
    head: bindSchema.optional(),
    cell: bindSchema.optional(),
    leastMm: z.number().positive(),
    align: alignSchema,
    /** Option → sign, where the cell is a choice; told below the table. */
    signs: z.record(z.string(), z.string()).optional(),
    legendTerm: termSchema.optional(),
  }),
  behind: z.array(gridLead).default([]),
  /** A last row with the sums of all. */
  sumTerm: termSchema.optional(),
  /** Little room between text and lines, and no broken row: for many short rows. */
  tight: z.boolean().default(false),
  labelStyle: styleSchema,
  style: styleSchema,
});
