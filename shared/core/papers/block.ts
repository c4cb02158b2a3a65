import type { RecordId } from '../kernel/id';
import type { FieldPlace } from '../model/place';
import type { UnfinishedPlace } from '../paths/bound';

/** A stretch of text in one style within a paragraph. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  /** Where the words come from; null = the layout says them. So with every `source`. */
  readonly source: FieldPlace | null;
}

/** Name of a paragraph style of the layout's style set, e.g. `title`, `chapter`, `cellText`, `cellLabel`. */
export type StyleName = string;

/** One paragraph. `number` is a typed number (“1.”, “（1）”) that stands before the text and is not part of the model. */
export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly style: StyleName;
  readonly runs: readonly Run[];
  readonly number: string | null;
  readonly source: FieldPlace | null;
  readonly keepWithNext: boolean;
  /** An entry of the 目录: where it leads, and the page that stands behind the dots. */
  readonly entry?: ContentsEntry | undefined;
}

export interface ContentsEntry {
  /** The `target` of the heading. */
  readonly target: string;
  /** As printed; worked out from an estimate of the pages. */
  readonly page: string;
  /** The field of the whole 目录 begins with its first entry and ends with its last. */
  readonly place: 'only' | 'first' | 'inner' | 'last';
}

/** A heading of the running text; `level` 1–4 is live multi-level numbering in Word（一、（一）1.（1））. */
export interface HeadingBlock {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  /** The number as Word will show it, for the preview and for readers that do not compute it. */
  readonly number: string;
  readonly style: StyleName;
  readonly runs: readonly Run[];
  readonly source: FieldPlace | null;
  /** Name of the bookmark by which a 目录 finds it. */
  readonly target?: string | undefined;
}

export interface TableBlock {
  readonly type: 'table';
  /** Grid column widths in whole dxa (1/20 pt); they sum to the table's width. */
  readonly widths: readonly number[];
  /** Little room between text and lines, for tables of many short rows. */
  readonly tight?: boolean | undefined;
  readonly rows: readonly RowBlock[];
}

export interface RowBlock {
  /** Repeats at the top of every page; only leading rows. */
  readonly header: boolean;
  /** The row is not broken over pages. */
  readonly keepWhole: boolean;
  /** Stays on the page of the next row (a section band with its text). */
  readonly keepWithNext: boolean;
  /** Left out = a line like all others; none between a title that repeats and its text. */
  readonly lineAbove?: 'none' | undefined;
  /** At least this high, in pt; left out = as its text makes it. */
  readonly height?: number | undefined;
  readonly cells: readonly CellBlock[];
}

export interface CellBlock {
  readonly columnSpan: number;
  /** Rows this cell covers, ≥ 1; covered grid places have no cell in the rows below. */
  readonly rowSpan: number;
  readonly align: 'left' | 'center';
  readonly verticalAlign: 'top' | 'center';
  /** A label cell or band of the form; shaded on screen only when the layout says so. */
  readonly role: 'label' | 'band' | 'text';
  /** Written from top to bottom. */
  readonly upright?: boolean | undefined;
  readonly blocks: readonly ParagraphBlock[];
  readonly source: FieldPlace | null;
}

export interface PageBreakBlock {
  readonly type: 'pageBreak';
}

/** What follows stands on new pages of another set-up (sideways, other header, numbers from 1). */
export interface SectionBlock {
  readonly type: 'section';
  readonly page: PageSetup;
}

export type Block = ParagraphBlock | HeadingBlock | TableBlock | PageBreakBlock | SectionBlock;

/** How a paragraph style looks; sizes in pt, indents in characters of its own size. */
export interface ParagraphStyle {
  /** The East Asian font exactly as the regulation names it; never silently replaced. */
  readonly eastAsia: string;
  readonly latin: string;
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'both';
  readonly firstLineChars: number;
  /** Multiple of single spacing, or exact points. */
  readonly line: { readonly multiple: number } | { readonly points: number };
  readonly spaceBefore: number;
  readonly spaceAfter: number;
}

export interface PageSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** In mm. */
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  /** Text of header and footer; `{page}` and `{pages}` are live fields, '' = none. */
  readonly header: string;
  readonly footer: string;
  /** `outside`: odd pages at the right, even at the left, one character in (GB/T 9704—2012, 7.5). */
  readonly footerAt?: 'middle' | 'outside' | undefined;
  /** How pages are counted from here on; left out = on from the pages before, in digits. */
  readonly numbers?:
    { readonly start: number | null; readonly format: 'decimal' | 'upperRoman' } | undefined;
}

/** A paper before it has a format: what Word, preview and print are all made from. */
export interface Paper {
  readonly kind: string;
  readonly layoutId: string;
  readonly title: string;
  /** File name without extension, safe on Windows. */
  readonly fileName: string;
  /** The record the paper is about. */
  readonly subjectId: RecordId;
  /** Of the first section; a `section` block begins another. */
  readonly page: PageSetup;
  readonly styles: Readonly<Record<StyleName, ParagraphStyle>>;
  readonly blocks: readonly Block[];
  /** True: only a part of the paper (`excerpt.ts`). */
  readonly isExcerpt?: boolean;
  /** Required places that are still empty; listed before an export. */
  readonly unfinished: readonly UnfinishedPlace[];
}
