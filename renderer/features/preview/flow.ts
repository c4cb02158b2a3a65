/**
 * A paper as measured on screen, before it is cut into pages. Heights in CSS pixels at full size.
 * A paragraph has lines of one height; `before` and `after` are its spacing.
 */
export interface MeasuredText {
  readonly lines: number;
  readonly lineHeight: number;
  readonly before: number;
  readonly after: number;
}

export interface MeasuredCell {
  /** Top and bottom padding and border together. */
  readonly padding: number;
  readonly paragraphs: readonly MeasuredText[];
}

export interface MeasuredRow {
  readonly height: number;
  readonly header: boolean;
  readonly keepWhole: boolean;
  readonly keepWithNext: boolean;
  readonly cells: readonly MeasuredCell[];
}

export type MeasuredBlock =
  | { readonly type: 'text'; readonly text: MeasuredText; readonly keepWithNext: boolean }
  | { readonly type: 'table'; readonly rows: readonly MeasuredRow[] }
  | { readonly type: 'break' };

/** A place in a cell or a paragraph: before line `line` of paragraph `paragraph`. */
export interface TextPlace {
  readonly paragraph: number;
  readonly line: number;
}

/** The part of a text that stands on a page; `to` null = up to its end. */
export interface TextPart {
  readonly from: TextPlace;
  readonly to: TextPlace | null;
}

export interface RowPart {
  readonly row: number;
  /** One part per cell; null = the row stands whole. */
  readonly cells: readonly TextPart[] | null;
}

export type PagePart =
  | { readonly type: 'text'; readonly block: number; readonly part: TextPart }
  | { readonly type: 'table'; readonly block: number; readonly rows: readonly RowPart[] };

export type Page = readonly PagePart[];

export const startOfText: TextPlace = { paragraph: 0, line: 0 };

/** Fewest lines of a paragraph that stand alone at the foot or the head of a page. */
export const fewestLines = 2;

/** The height of what is left of paragraphs from a place on. */
export function restHeight(paragraphs: readonly MeasuredText[], from: TextPlace): number {
  return paragraphs.slice(from.paragraph).reduce((sum, text, index) => {
    const skipped = index === 0 ? from.line : 0;
    const before = skipped === 0 ? text.before : 0;
    return sum + before + (text.lines - skipped) * text.lineHeight + text.after;
  }, 0);
}

/**
 * How far paragraphs get in a height, from a place on; null = to the end. Never leaves a single line of
 * a paragraph alone, unless `force` says that something must be taken.
 */
export function reach(
  paragraphs: readonly MeasuredText[],
  from: TextPlace,
  { height, force }: { readonly height: number; readonly force: boolean },
): TextPlace | null {
  let left = height;
  for (let index = from.paragraph; index < paragraphs.length; index += 1) {
    const text = paragraphs[index];
    if (text === undefined) break;
    const skipped = index === from.paragraph ? from.line : 0;
    left -= skipped === 0 ? text.before : 0;
    const open = text.lines - skipped;
    const fitting = Math.floor((left + 0.5) / text.lineHeight);
    if (fitting >= open) {
      left -= open * text.lineHeight + text.after;
      continue;
    }
    const isFirst = index === from.paragraph;
    const taken = linesTaken({ open, fitting, force: force && isFirst });
    return { paragraph: index, line: skipped + taken };
  }
  return null;
}

function linesTaken(lines: {
  readonly open: number;
  readonly fitting: number;
  readonly force: boolean;
}): number {
  const { open, fitting, force } = lines;
  const taken = Math.min(fitting, open - fewestLines);
  if (taken >= fewestLines) return taken;
  return force ? Math.max(1, fitting) : 0;
}

export function samePlace(left: TextPlace, right: TextPlace | null): boolean {
  return right !== null && left.paragraph === right.paragraph && left.line === right.line;
}
