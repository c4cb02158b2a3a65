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
import { gridBlock } from './layout-grid';
import { type PageLayout, pageSchema, paragraphStyleSchema } from './layout-page';

/**
 * A layout is data: which blocks a paper has, in what order, under which words, in which columns and
 * fonts. It holds no logic beyond `when` and the repetition that a bind brings. Every block, part,
 * piece and column has an id of its own, so that a school's layout can be a difference by id.
 */

/** Typed numbers: `1. `, `（1）`, `①`, or none. */
const numberSchema = z.enum(['decimal', 'parenthesised', 'circled', 'none']);
export type NumberFormat = z.output<typeof numberSchema>;

const common = { id: idSchema, style: styleSchema, when: whenSchema.optional() };

/** Words of the layout, with `{path}` where a short value stands. */
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

/** A row of fixed cells. */
const cellsPart = z.strictObject({
  id: idSchema,
  type: z.literal('cells'),
  /** Repeats at the top of every page with what follows it. */
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
/** A title across the whole table; repeats at the top of every page with what follows it. */
const bandPart = z.strictObject({
  id: idSchema,
  type: z.literal('band'),
  labelTerm: termSchema,
  style: styleSchema,
});
/** A row of column heads, which repeats at the top of every page, then one row for each record the path leads to. */
const rowsPart = z.strictObject({
  id: idSchema,
  type: z.literal('rows'),
  bind: bindSchema,
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
        /** Neighbouring rows with the same thing in this column repeat it; it is one place all the same. */
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
/** New pages of another set-up; what is left out is as in the layout's own page. */
const sectionBlock = z.strictObject({
  id: idSchema,
  type: z.literal('section'),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  headerTerm: termSchema.optional(),
  footer: z.string().optional(),
  numbers: pageSchema.shape.numbers,
});
/** 「表N　…」 above a table; `{table.<id>}` in a sentence becomes its number, wherever it has come to stand. */
const captionBlock = z.strictObject({
  ...common,
  type: z.literal('caption'),
  labelTerm: termSchema,
});
/** 目录 of the headings down to a level, with page numbers from an estimate. */
const contentsBlock = z.strictObject({
  id: idSchema,
  type: z.literal('contents'),
  styles: z.array(styleSchema).min(1),
});
/** The blocks of a course layout in this paper's styles, for the course of a repetition. */
const courseFormBlock = z.strictObject({
  id: idSchema,
  type: z.literal('courseForm'),
  layout: z.string(),
  leaveOut: z.array(idSchema),
});
const plainBlocks = [
  ...pieceSchema.options,
  tableBlock,
  headingBlock,
  pageBreakBlock,
  sectionBlock,
  captionBlock,
  contentsBlock,
  courseFormBlock,
  gridBlock,
] as const;
/** Its blocks once for each record a path leads to; in them, that is the record at hand. */
const repeatBlock = z.strictObject({
  id: idSchema,
  type: z.literal('repeat'),
  over: bindSchema,
  /** What is said where an excerpt leaves it out; without it no excerpt does. */
  leftOutTerm: termSchema.optional(),
  /** Only said to be left out; its tables are counted all the same. */
  leftOut: z.boolean().optional(),
  /** Rounds in which the path leads to this number or more lie on their side. */
  landscape: z.strictObject({ bind: bindSchema, from: z.number().int().positive() }).optional(),
  /** Each round after the first begins a page. */
  breakBetween: z.boolean().default(false),
  blocks: z.array(z.discriminatedUnion('type', [...plainBlocks])).min(1),
});
const blockSchema = z.discriminatedUnion('type', [...plainBlocks, repeatBlock]);
export type LayoutBlock = z.output<typeof blockSchema>;
export type LayoutTable = z.output<typeof tableBlock>;
export type BlockOf<Type extends LayoutBlock['type']> = Extract<
  LayoutBlock,
  { readonly type: Type }
>;

export const layoutSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9.-]*$/),
    /** Raised when a paper made with the layout would look different. */
    version: z.number().int().positive(),
    paper: z.string(),
    title: z.string().min(1),
    titleTerm: termSchema,
    /** Stands behind the title in the file name, where two layouts of a kind print the same title. */
    fileNote: z.string().min(1).optional(),
    page: pageSchema,
    /** The first section has neither header nor footer. */
    titlePage: z.boolean().default(false),
    /** Tables are stretched or shrunk to the width of the text. */
    fitTables: z.boolean().default(false),
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
  readonly page: PageLayout;
  readonly fitTables: boolean;
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
    return !layout.fitTables && widest > room + tolerance ? [`表“${block.id}”比版心宽。`] : [];
  });
}
