import { z } from 'zod';

/**
 * A layout is data: which blocks a paper has, in what order, under which words, in which columns and
 * fonts. It holds no logic beyond `when` and the repetition that a bind brings. Every block, part,
 * piece and column has an id of its own, so that a school's layout can be a difference by id.
 */

const idSchema = z.string().regex(/^[a-z][A-Za-z0-9.]*$/);
const termSchema = z.string().regex(/^[a-z][A-Za-z0-9.]*$/);
const bindSchema = z.string().regex(/^[a-z]+\.[A-Za-z]+$/);
const styleSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

/** `nonEmpty`: printed only when the bind has a text; `level`: only on papers of these levels. */
const whenSchema = z
  .strictObject({ nonEmpty: bindSchema.optional(), level: z.array(z.string()).optional() })
  .readonly();

/** Typed numbers: `1. `, `（1）`, `①`, or none. */
const numberSchema = z.enum(['decimal', 'parenthesised', 'circled', 'none']);
export type NumberFormat = z.output<typeof numberSchema>;

const common = { id: idSchema, style: styleSchema, when: whenSchema.optional() };

/** Words of the layout, with `{bind}` where a short value stands. */
const labelPiece = z.strictObject({
  ...common,
  type: z.literal('label'),
  labelTerm: termSchema,
  number: numberSchema.default('none'),
  bold: z.boolean().default(false),
  keepWithNext: z.boolean().default(true),
});
/** A text field, one paragraph for each of its paragraphs; the label stands before the first. */
const textPiece = z.strictObject({
  ...common,
  type: z.literal('text'),
  bind: bindSchema,
  labelTerm: termSchema.optional(),
  number: numberSchema.default('none'),
});
/** A list, one numbered paragraph for each item; `ends` = what is set after an item without a mark of its own. */
const listPiece = z.strictObject({
  ...common,
  type: z.literal('list'),
  bind: bindSchema,
  number: numberSchema,
  itemEnd: termSchema.optional(),
  lastEnd: termSchema.optional(),
});
/** A list run together into one paragraph. */
const joinedPiece = z.strictObject({
  ...common,
  type: z.literal('joined'),
  bind: bindSchema,
  labelTerm: termSchema.optional(),
  number: numberSchema.default('none'),
  separator: termSchema,
  lastEnd: termSchema,
});
/** Items in named groups: a title, then one run-together paragraph for each part of the group. */
const groupsPiece = z.strictObject({
  ...common,
  type: z.literal('groups'),
  bind: bindSchema,
  number: numberSchema.default('none'),
  titleStyle: styleSchema,
  labelTerm: termSchema.optional(),
  /** A title with paragraphs below it · title and items in one paragraph · all groups in one sentence. */
  arrangement: z.enum(['blocks', 'lines', 'sentence']),
  /** Follows every item of a sentence, e.g. `%`. */
  unit: z.string().default(''),
  separator: termSchema,
  lastEnd: termSchema,
});

const pieceSchema = z.discriminatedUnion('type', [
  labelPiece,
  textPiece,
  listPiece,
  joinedPiece,
  groupsPiece,
]);
export type Piece = z.output<typeof pieceSchema>;

const alignSchema = z.enum(['left', 'center']).default('left');
const verticalSchema = z.enum(['top', 'center']).default('center');
const columnBase = { id: idSchema, widthMm: z.number().positive() };

/** A row of fixed cells. */
const cellsPart = z.strictObject({
  id: idSchema,
  type: z.literal('cells'),
  /** Repeats at the top of every page; leading parts of a table only. */
  header: z.boolean().default(false),
  columns: z
    .array(
      z.strictObject({
        ...columnBase,
        role: z.enum(['label', 'text']),
        align: alignSchema,
        verticalAlign: verticalSchema,
        content: z.array(pieceSchema).min(1),
      }),
    )
    .min(1),
});
/** A title across the whole table; stays with what follows. */
const bandPart = z.strictObject({
  id: idSchema,
  type: z.literal('band'),
  labelTerm: termSchema,
  style: styleSchema,
});
/** A header row, then one row for each record of the bind. */
const rowsPart = z.strictObject({
  id: idSchema,
  type: z.literal('rows'),
  bind: bindSchema,
  /** The header row repeats at the top of every page; leading parts of a table only. */
  header: z.boolean().default(false),
  columns: z
    .array(
      z.strictObject({
        ...columnBase,
        labelTerm: termSchema,
        labelStyle: styleSchema,
        bind: bindSchema,
        style: styleSchema,
        align: alignSchema,
        verticalAlign: verticalSchema,
        /** Neighbouring rows with the same thing in this column share one cell. */
        merge: z.boolean().default(false),
        /** How several texts in one cell are numbered; a single one is not. */
        number: numberSchema.default('none'),
      }),
    )
    .min(1),
});
const partSchema = z.discriminatedUnion('type', [cellsPart, bandPart, rowsPart]);
export type TablePart = z.output<typeof partSchema>;
export type CellsPart = z.output<typeof cellsPart>;
export type BandPart = z.output<typeof bandPart>;
export type RowsPart = z.output<typeof rowsPart>;

const tableBlock = z.strictObject({
  id: idSchema,
  type: z.literal('table'),
  when: whenSchema.optional(),
  parts: z.array(partSchema).min(1),
});
const headingBlock = z.strictObject({
  id: idSchema,
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  labelTerm: termSchema,
  style: styleSchema,
  when: whenSchema.optional(),
});
const pageBreakBlock = z.strictObject({ id: idSchema, type: z.literal('pageBreak') });
const blockSchema = z.discriminatedUnion('type', [
  ...pieceSchema.options,
  tableBlock,
  headingBlock,
  pageBreakBlock,
]);
export type LayoutBlock = z.output<typeof blockSchema>;
export type LayoutTable = z.output<typeof tableBlock>;

const points = z.number().positive().max(72);
const paragraphStyleSchema = z.strictObject({
  eastAsia: z.string().min(1),
  latin: z.string().min(1),
  size: points,
  bold: z.boolean(),
  align: z.enum(['left', 'center', 'both']),
  firstLineChars: z.number().min(0).max(10),
  line: z.union([z.strictObject({ multiple: points }), z.strictObject({ points })]),
  spaceBefore: z.number().min(0).max(100),
  spaceAfter: z.number().min(0).max(100),
});

const pageSchema = z.strictObject({
  orientation: z.enum(['portrait', 'landscape']),
  width: z.number().positive(),
  height: z.number().positive(),
  margin: z.strictObject({
    top: z.number().min(0),
    bottom: z.number().min(0),
    left: z.number().min(0),
    right: z.number().min(0),
  }),
  header: z.string(),
  footer: z.string(),
});

export const layoutSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9.-]*$/),
    /** Raised when a paper made with the layout would look different. */
    version: z.number().int().positive(),
    paper: z.literal('courseStandard'),
    title: z.string().min(1),
    titleTerm: termSchema,
    page: pageSchema,
    /** Chapters are live multi-level numbering in Word, lists carry typed numbers. */
    numbering: z.strictObject({ chapters: z.literal('live'), lists: z.literal('typed') }),
    /** What stands where nothing has been written: '' = blank, or the school's mark. */
    emptyMark: z.string().max(20),
    /** The layout's own words for terms, e.g. 劳动组织形式. */
    terms: z.record(termSchema, z.string()),
    styles: z.record(styleSchema, paragraphStyleSchema),
    blocks: z.array(blockSchema).min(1),
  })
  .superRefine((layout, context) => {
    for (const message of layoutProblems(layout)) context.addIssue({ code: 'custom', message });
  });
export type Layout = z.output<typeof layoutSchema>;

/** Grid of a table that differs by less than this is one line (mm). */
const tolerance = 0.01;

function layoutProblems(layout: {
  readonly page: z.output<typeof pageSchema>;
  readonly blocks: readonly LayoutBlock[];
}): readonly string[] {
  const { width, margin } = layout.page;
  const room = width - margin.left - margin.right;
  return layout.blocks.flatMap((block) => {
    if (block.type !== 'table') return [];
    const widths = block.parts.flatMap((part) =>
      part.type === 'band' ? [] : part.columns.reduce((sum, { widthMm }) => sum + widthMm, 0),
    );
    const widest = Math.max(0, ...widths);
    if (widths.some((sum) => Math.abs(sum - widest) > tolerance)) {
      return [`表“${block.id}”各行的列宽之和不相等。`];
    }
    return widest > room + tolerance ? [`表“${block.id}”比版心宽。`] : [];
  });
}
