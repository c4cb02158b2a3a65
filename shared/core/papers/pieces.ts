import { assertNever } from '../kernel/assert-never';
import type { Bound, BoundGroup } from '../paths/bound';
import { groupsAt, valuesAt } from '../paths/values';
import type { ParagraphBlock, Run } from './block';
import type { Piece } from './layout';
import { boundRun, linesOf, literal, type Making, paragraph, sentenceRuns, wordOf } from './making';
import { numberCounter, type NumberCounter, typedNumber } from './numbering';
import { isPrinted } from './when';

type PieceOf<Type extends Piece['type']> = Extract<Piece, { readonly type: Type }>;

/** Marks after which no other mark is set. */
const closing = /[。；！？.;!?]$/;

/** The paragraphs of the pieces of one cell or chapter; their numbers count together. */
export function pieceParagraphs(
  making: Making,
  pieces: readonly Piece[],
  counter: NumberCounter = numberCounter(),
): readonly ParagraphBlock[] {
  return pieces
    .filter((piece) => isPrinted(making, piece.when))
    .flatMap((piece) => oneKind(making, piece, counter));
}

function oneKind(making: Making, piece: Piece, counter: NumberCounter): readonly ParagraphBlock[] {
  switch (piece.type) {
    case 'label':
      return [labelParagraph(making, piece, counter)];
    case 'text':
      return textParagraphs(making, piece, counter);
    case 'list':
      return listParagraphs(making, piece);
    case 'joined':
      return [joinedParagraph(making, piece, counter)];
    case 'groups':
      return groupParagraphs(making, piece);
    default:
      return assertNever(piece);
  }
}

function labelParagraph(
  making: Making,
  piece: PieceOf<'label'>,
  counter: NumberCounter,
): ParagraphBlock {
  if (piece.number === 'none') counter.restart();
  const number = counter.next(piece.number);
  const runs = sentenceRuns(making, piece.labelTerm, piece.bold);
  return paragraph(piece.style, runs, { number, keepWithNext: piece.keepWithNext });
}

function textParagraphs(
  making: Making,
  piece: PieceOf<'text'>,
  counter: NumberCounter,
): readonly ParagraphBlock[] {
  const { values, missing } = valuesAt(making, piece.bind);
  if (piece.when?.nonEmpty === undefined) making.note(missing);
  const lines = values.flatMap(linesOf);
  const shown = lines.length === 0 ? [{ text: '', source: null }] : lines;
  return shown.map((line, index) => {
    const first = index === 0;
    const label = first && piece.labelTerm !== undefined ? labelRuns(making, piece.labelTerm) : [];
    const number = first ? counter.next(piece.number) : null;
    return paragraph(piece.style, [...label, boundRun(making, line)], { number });
  });
}

function labelRuns(making: Making, term: string): readonly Run[] {
  return sentenceRuns(making, term, true);
}

function listParagraphs(making: Making, piece: PieceOf<'list'>): readonly ParagraphBlock[] {
  const items = listItems(making, piece);
  if (items.length === 0) return [paragraph(piece.style, [literal(making.layout.emptyMark)])];
  return items.map((item, index) => {
    const term = index === items.length - 1 ? piece.lastEnd : piece.itemEnd;
    const end = term === undefined ? [] : endRuns(item, wordOf(making, term));
    const number = typedNumber(piece.number, index + 1);
    return paragraph(piece.style, [boundRun(making, item), ...end], { number });
  });
}

function listItems(making: Making, piece: PieceOf<'list' | 'joined'>): readonly Bound[] {
  const found = valuesAt(making, piece.bind);
  if (piece.when?.nonEmpty === undefined) making.note(found.missing);
  return found.values;
}

function endRuns({ text }: Bound, mark: string): readonly Run[] {
  return mark === '' || closing.test(text) ? [] : [literal(mark)];
}

function joinedParagraph(
  making: Making,
  piece: PieceOf<'joined'>,
  counter: NumberCounter,
): ParagraphBlock {
  const number = counter.next(piece.number);
  const label = piece.labelTerm === undefined ? [] : labelRuns(making, piece.labelTerm);
  const items = joinedRuns(making, listItems(making, piece), piece);
  return paragraph(piece.style, [...label, ...items], { number });
}

function joinedRuns(
  making: Making,
  items: readonly Bound[],
  marks: { readonly separator: string; readonly lastEnd: string; readonly unit?: string },
): readonly Run[] {
  if (items.length === 0) return [literal(making.layout.emptyMark)];
  return items.flatMap((item, index) => [
    boundRun(making, item),
    ...endRuns(item, wordOf(making, index === items.length - 1 ? marks.lastEnd : marks.separator)),
  ]);
}

function groupParagraphs(making: Making, piece: PieceOf<'groups'>): readonly ParagraphBlock[] {
  const words = (term: string) => wordOf(making, term);
  const found = groupsAt(making, piece.bind, words);
  if (piece.when?.nonEmpty === undefined) making.note(found.missing);
  if (found.groups.length === 0)
    return [paragraph(piece.style, [literal(making.layout.emptyMark)])];
  if (piece.arrangement === 'sentence') return [sentence(making, piece, found.groups)];
  return found.groups.flatMap((group, index) => {
    const number = typedNumber(piece.number, index + 1);
    return piece.arrangement === 'lines'
      ? [line(making, piece, { group, number })]
      : block(making, piece, { group, number });
  });
}

interface NumberedGroup {
  readonly group: BoundGroup;
  readonly number: string | null;
}

/** A title, and below it one paragraph for each part: 「实践知识：a；b。」 */
function block(
  making: Making,
  piece: PieceOf<'groups'>,
  { group, number }: NumberedGroup,
): readonly ParagraphBlock[] {
  const title = group.title.map((bound) => boundRun(making, bound));
  return [
    paragraph(piece.titleStyle, title, { number, keepWithNext: true }),
    ...group.parts.map(({ labelTerm, items }) =>
      paragraph(piece.style, [
        ...(labelTerm === null ? [] : labelRuns(making, labelTerm)),
        ...joinedRuns(making, items, piece),
      ]),
    ),
  ];
}

/** Title and items in one paragraph: 「汽车首次维护：a；b。」 */
function line(
  making: Making,
  piece: PieceOf<'groups'>,
  { group, number }: NumberedGroup,
): ParagraphBlock {
  const title = group.title.map((bound) => ({ ...boundRun(making, bound), bold: true }));
  const items = group.parts.flatMap((part) => joinedRuns(making, part.items, piece));
  const colon = literal(wordOf(making, 'colon'), true);
  return paragraph(piece.style, [...title, colon, ...items], { number });
}

/** All groups in one sentence: 「…所占比例为：汽车首次维护20%、…。」 */
function sentence(
  making: Making,
  piece: PieceOf<'groups'>,
  groups: readonly BoundGroup[],
): ParagraphBlock {
  const label = piece.labelTerm === undefined ? [] : sentenceRuns(making, piece.labelTerm);
  const runs = groups.flatMap((group, index) => [
    ...group.title.map((bound) => boundRun(making, bound)),
    ...group.parts.flatMap(({ items }) => items.map((item) => boundRun(making, item))),
    literal(piece.unit),
    literal(wordOf(making, index === groups.length - 1 ? piece.lastEnd : piece.separator)),
  ]);
  return paragraph(piece.style, [...label, ...runs]);
}
