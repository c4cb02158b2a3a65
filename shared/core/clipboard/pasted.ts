/** One cell of a pasted table, its text in lines. */
export interface PastedCell {
  readonly text: string;
  /** True when the text belongs to a merged cell that begins above or to the left. */
  readonly isMerged: boolean;
}

/** A pasted table as a full grid: every row has as many cells as every other. */
export type PastedTable = readonly (readonly PastedCell[])[];

/** One pasted paragraph; soft line breaks are `\n`. */
export interface PastedParagraph {
  readonly text: string;
  /** How deep it stands in a list: 1 = outermost, 0 = in none. */
  readonly listLevel: number;
  /** The number or bullet the other program drew before it, '' when there was none. */
  readonly numberText: string;
}

/** What was pasted, whatever program it came from: nothing but text, in order. */
export interface PastedContent {
  readonly tables: readonly PastedTable[];
  /** What stands outside of tables. */
  readonly paragraphs: readonly PastedParagraph[];
}

/** Why pasted content cannot be read; `message` is for the teacher. */
export interface PasteFailure {
  readonly reason: 'too-large' | 'too-deep';
  readonly message: string;
}

/** Most characters of HTML or text that are read; a course standard copied whole from Word has about 3 million. */
export const mostPastedCharacters = 20_000_000;
/** Most cells of one paste, merged ones counted as often as they cover. */
export const mostPastedCells = 200_000;

export const pasteTooLarge: PasteFailure = {
  reason: 'too-large',
  message: '粘贴的内容太多，放不下，请分几次复制。',
};
