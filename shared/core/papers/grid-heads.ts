import type { Bound } from '../paths/bound';
import type { CellBlock, ParagraphBlock, RowBlock } from './block';
import { paragraphSize } from './estimate';
import type { GridPart } from './grid-part';
import { boundRun, literal, paragraph, sentenceRuns } from './making';
import { cellOf } from './table-cells';

/** From this many crossing columns on, their heads are written from top to bottom. */
const uprightColumns = 9;
/** The height of heads written from top to bottom, in characters; longer ones take a second line. */
const uprightChars = { least: 4, most: 12 };

type Span = Partial<Pick<CellBlock, 'columnSpan' | 'rowSpan'>>;

/** Two rows: what the leading columns are and what all crossing columns are, then each of those. */
export function gridHeads(part: GridPart): readonly RowBlock[] {
  const { form, columns } = part;
  const word = (term: string, span: Span) =>
    label([paragraph(form.labelStyle, sentenceRuns(part.making, term))], span);
  const { group, leads, behind } = form;
  const lead = [...(group === undefined ? [] : [group]), ...leads];
  const upper = [
    ...lead.map(({ labelTerm }) => word(labelTerm, { rowSpan: 2 })),
    word(form.columns.labelTerm, { columnSpan: Math.max(1, columns.length) }),
    ...behind.map(({ labelTerm }) => word(labelTerm, { rowSpan: 2 })),
  ];
  const row = { header: true, keepWhole: true, keepWithNext: false };
  // While there is no column yet, a blank one stands for them.
  const blank = label([paragraph(form.labelStyle, [literal('')])]);
  const lower = columns.length === 0 ? { cells: [blank] } : columnHeads(part);
  return [
    { ...row, cells: upper },
    { ...row, ...lower },
  ];
}

function label(blocks: readonly ParagraphBlock[], span: Span = {}): CellBlock {
  return cellOf(blocks, { columnSpan: 1, ...span, role: 'label', align: 'center' });
}

function columnHeads(part: GridPart): Pick<RowBlock, 'cells' | 'height'> {
  const { making, form, columns } = part;
  const cells = columns.map(({ head }) =>
    label(head.map((bound) => paragraph(form.labelStyle, [headRun(part, bound)]))),
  );
  const isUpright =
    columns.length >= uprightColumns && columns.some(({ head }) => isLong(part, head));
  if (!isUpright) return { cells };
  const size = making.layout.styles[form.labelStyle]?.size ?? 0;
  const longest = Math.max(...columns.map(({ head }) => lengthOf(head)));
  const chars = Math.min(uprightChars.most, Math.max(uprightChars.least, longest));
  return { cells: cells.map((cell) => ({ ...cell, upright: true })), height: (chars + 1) * size };
}

function headRun({ making }: GridPart, bound: Bound) {
  return bound.source === null ? literal(bound.text) : boundRun(making, bound);
}

function lengthOf(head: readonly Bound[]): number {
  return Math.max(0, ...head.map(({ text }) => text.length));
}

/** True when a head takes more lines than it has parts. */
function isLong({ making, form, widths, columns }: GridPart, head: readonly Bound[]): boolean {
  const lead = widths.length - columns.length - form.behind.length;
  const room = (widths[lead] ?? 0) / 20 - 6;
  const { styles } = making.layout;
  return head.some(
    (bound) =>
      paragraphSize(paragraph(form.labelStyle, [literal(bound.text)]), room, styles).lines > 2,
  );
}
