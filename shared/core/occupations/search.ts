import type { Occupation, OccupationCatalogue, OccupationMark } from './occupation';

export interface OccupationQuery {
  /** A code or its beginning, with or without hyphens; or words, all of which must be found. */
  readonly text: string;
  /** Only occupations with all these marks. */
  readonly marks?: readonly OccupationMark[];
  /** Only occupations of the family with this name. */
  readonly family?: string;
}

/** Whether a word a teacher typed is in a text; the window's knows pinyin too. */
export type WordMatcher = (text: string, word: string) => boolean;

const markNames: Readonly<Record<OccupationMark, string>> = {
  new: '新职业',
  digital: '数字职业',
  green: '绿色职业',
};

/**
 * The occupations that answer a query: those found by their name before those found only by 工种,
 * family or mark, each in the order of the catalogue. An empty query finds all of them.
 */
export function findOccupations(
  { occupations }: OccupationCatalogue,
  { text, marks = [], family }: OccupationQuery,
  { matcher }: { readonly matcher: WordMatcher } = { matcher: contains },
): readonly Occupation[] {
  const within = occupations.filter(
    (occupation) =>
      marks.every((mark) => occupation.marks.includes(mark)) &&
      (family === undefined || occupation.families.includes(family)),
  );
  const digits = codeDigits(text);
  if (digits !== undefined) {
    return within.filter(({ code }) => code.replaceAll('-', '').startsWith(digits));
  }
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const found = within.filter((occupation) =>
    words.every((word) => wordsOf(occupation).some((own) => matcher(own, word))),
  );
  const byName = ({ name }: Occupation): boolean => words.every((word) => matcher(name, word));
  return [...found.filter(byName), ...found.filter((occupation) => !byName(occupation))];
}

function contains(text: string, word: string): boolean {
  return text.includes(word);
}

/** The digits of a typed code; undefined when what was typed is not the beginning of one. */
function codeDigits(text: string): string | undefined {
  const typed = text.normalize('NFKC').replace(/[\s\-—–]/gu, '');
  return /^\d{1,7}$/u.test(typed) ? typed : undefined;
}

function wordsOf({ name, workTypes, families, marks }: Occupation): readonly string[] {
  return [name, ...workTypes, ...families, ...marks.map((mark) => markNames[mark])];
}
