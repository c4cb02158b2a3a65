import { type FieldPlace, placeKey } from '../model/place';
import type { Project } from '../model/project';
import { PageOrder } from '../model/page-order';
import { folded, type Folding } from './fold';
import { type WrittenText, writtenTexts } from '../model/written-texts';

/** Where some words stand; `start` and `end` count UTF-16 units in the stored text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Finds a name in another way than letter by letter; null = not this one. */
export type NameMatcher = (name: string) => Span | null;

export interface SearchOptions extends Folding {
  /** Also tried on names, for pinyin; its library is no part of the core. */
  readonly nameMatcher?: NameMatcher;
}

/** Found words with enough around them to know them by. */
export interface Hit extends Span, FieldPlace {
  /** The words as they stand. */
  readonly matched: string;
  /** What stands before and behind them in the same text, shortened. */
  readonly before: string;
  readonly after: string;
  /** How it was found: pinyin leads to a name and is never replaced. */
  readonly by: 'text' | 'pinyin';
}

const contextBefore = 16;
const contextAfter = 32;

/** All places where the words stand, in page order; no words, no places. */
export function searchProject(
  project: Project,
  query: string,
  options: SearchOptions,
): readonly Hit[] {
  const sought = folded(query, options);
  if (sought === '') return [];
  const hits: Hit[] = [];
  for (const written of writtenTexts(project)) {
    const found = occurrences(folded(written.text, options), sought);
    for (const span of found) hits.push(hitAt(written, span, 'text'));
    const named = found.length === 0 ? byName(written, options) : null;
    if (named !== null) hits.push(hitAt(written, named, 'pinyin'));
  }
  return new PageOrder(project).sorted(hits, (left, right) => left.start - right.start);
}

/** Says which occurrence a hit is, for ticking and unticking. */
export function hitKey(hit: Hit): string {
  return `${placeKey(hit)} ${hit.start}`;
}

function occurrences(text: string, sought: string): readonly Span[] {
  const spans: Span[] = [];
  let start = text.indexOf(sought);
  while (start >= 0) {
    const end = start + sought.length;
    spans.push({ start, end });
    start = text.indexOf(sought, end);
  }
  return spans;
}

function byName({ place, text }: WrittenText, { nameMatcher }: SearchOptions): Span | null {
  return place.field === 'name' && nameMatcher !== undefined && text !== ''
    ? nameMatcher(text)
    : null;
}

function hitAt({ place, text }: WrittenText, span: Span, by: Hit['by']): Hit {
  const { start, end } = span;
  const from = wholeFrom(text, Math.max(0, start - contextBefore));
  const to = wholeFrom(text, Math.min(text.length, end + contextAfter));
  return {
    ...place,
    start,
    end,
    by,
    matched: text.slice(start, end),
    before: (from > 0 ? '…' : '') + text.slice(from, start),
    after: text.slice(end, to) + (to < text.length ? '…' : ''),
  };
}

/** A position that does not halve a rare character. */
function wholeFrom(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
