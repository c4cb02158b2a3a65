/**
 * How a row is broken over pages: each cell by its own lines, no paragraph so that one line of it stands alone
 * (Word's and LibreOffice's widow control).
 */

/** Lines of a paragraph and their heights in pt. */
export interface ParagraphSize {
  readonly line: number;
  readonly lines: number;
  readonly before: number;
  readonly after: number;
}

/** The pieces of a cell that are never broken, from the top down, in pt; `tall` = its inner margins and line. */
export interface CellFlow {
  readonly pieces: readonly number[];
  readonly tall: number;
}

/** Fewest lines of a paragraph at the foot and at the head of a page. */
const together = 2;

export function cellFlow(paragraphs: readonly ParagraphSize[], tall: number): CellFlow {
  return { pieces: paragraphs.flatMap(piecesOf), tall };
}

/** A paragraph of up to three lines is one piece; of a longer one the first and the last two lines are. */
function piecesOf({ line, lines, before, after }: ParagraphSize): readonly number[] {
  if (lines < 2 * together) return [before + line * lines + after];
  const inner = Array.from({ length: lines - 2 * together }, () => line);
  return [before + line * together, ...inner, line * together + after];
}

/** The height a cell needs to begin on a page. */
export function leastOf({ pieces, tall }: CellFlow): number {
  return (pieces[0] ?? 0) + tall;
}

/** What of a row stands on a page with so much room, and what goes on to the next. */
export interface Broken {
  readonly height: number;
  readonly rest: readonly CellFlow[];
}

/** `isFresh`: nothing but titles stands on the page yet, so something is put there whatever the room. */
export function brokenRow(flows: readonly CellFlow[], room: number, isFresh: boolean): Broken {
  const parts = flows.map((flow) => takenOf(flow, room, isFresh));
  return {
    height: Math.max(0, ...parts.map(({ height }) => height)),
    rest: parts.map(({ rest }) => rest).filter(({ pieces }) => pieces.length > 0),
  };
}

function takenOf({ pieces, tall }: CellFlow, room: number, isFresh: boolean) {
  let height = tall;
  let count = 0;
  for (const piece of pieces) {
    if (height + piece > room && !(isFresh && count === 0)) break;
    height += piece;
    count += 1;
  }
  return { height: count === 0 ? 0 : height, rest: { pieces: pieces.slice(count), tall } };
}
