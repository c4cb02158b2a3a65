import type { Bound, UnfinishedPlace } from '../paths/bound';
import { type Standpoint, valuesAt } from '../paths/values';
import type { PageSetup, ParagraphBlock, Run, StyleName } from './block';
import type { Layout } from './layout';
import { referenceMark } from './captions';
import type { Terms } from '../words/terms';

/** What is at hand while one paper is made; the record is the one the paper, or this round of a repetition, is about. */
export interface Making extends Standpoint {
  /** Set-up of the section that is being made. */
  readonly page: PageSetup;
  readonly layout: Layout;
  readonly terms: Terms;
  /** Takes note of a required place that is still empty. */
  readonly note: (place: UnfinishedPlace | null) => void;
}

/** Blank of an empty value inside a sentence: two full-width spaces to write in. */
const inlineBlank = '　　';

/** The word the layout has for a term. Layouts are checked to name known terms only. */
export function wordOf({ terms, layout }: Making, term: string): string {
  return layout.terms[term] ?? terms[term] ?? term;
}

/**
 * The words of a term as runs; `{path}` becomes the value it leads to, with its source. A part in square
 * brackets is left out while what it binds is empty: `{major.name}专业[（{level.majorCode}）]`; one that begins
 * with `?path:` while that is: `[?major.severalStartPoints:各起点的]安排`.
 */
export function sentenceRuns(making: Making, term: string, bold = false): readonly Run[] {
  return wordOf(making, term)
    .split(/(\[[^[\]]*\])/)
    .flatMap((part) => {
      if (!part.startsWith('[')) return wordRuns(making, part, bold);
      const inner = part.slice(1, -1);
      return isComplete(making, inner) ? wordRuns(making, inner.replace(condition, ''), bold) : [];
    });
}

/** `?path:` at the beginning of a part in square brackets. */
const condition = /^\?([a-z][A-Za-z.]+):/;

function isComplete(making: Making, words: string): boolean {
  return bindsIn(words).every((bind) =>
    valuesAt(making, bind).values.some(({ text }) => text !== ''),
  );
}

function wordRuns(making: Making, words: string, bold: boolean): readonly Run[] {
  return words
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (!part.startsWith('{')) return [literal(part, bold)];
      const bind = part.slice(1, -1);
      if (bind.startsWith('table.')) return [literal(referenceMark(bind), bold)];
      const { values, missing } = valuesAt(making, bind);
      making.note(missing);
      if (values.length === 0) return [literal(inlineBlank, bold)];
      return values.map(({ text, source }) => ({ text: text || inlineBlank, bold, source }));
    });
}

/** The paths that words name. */
export function bindsIn(words: string): readonly string[] {
  return [...words.matchAll(/\{([^{}]*)\}|(?<=\[)\?([a-z][A-Za-z.]+):|^\?([a-z][A-Za-z.]+):/g)].map(
    ([, bind, inside, first]) => bind ?? inside ?? first ?? '',
  );
}

/** Words of the layout. */
export function literal(text: string, bold = false): Run {
  return { text, bold, source: null };
}

/** A value as a run; an empty one as the layout says. */
export function boundRun({ layout }: Making, { text, source }: Bound): Run {
  return { text: text || layout.emptyMark, bold: false, source };
}

/** A paragraph whose source is that of its only bound run, if there is just one. */
export function paragraph(
  style: StyleName,
  runs: readonly Run[],
  extra: Partial<Pick<ParagraphBlock, 'number' | 'keepWithNext'>> = {},
): ParagraphBlock {
  const sources = runs.flatMap(({ source }) => source ?? []);
  const source = sources.length === 1 ? (sources[0] ?? null) : null;
  return { type: 'paragraph', style, runs, number: null, source, keepWithNext: false, ...extra };
}

/** The paragraphs of a long text; leading blanks and empty lines are not printed. */
export function linesOf({ text, source }: Bound): readonly Bound[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length === 0
    ? [{ text: '', source }]
    : lines.map((line) => ({ text: line, source }));
}
