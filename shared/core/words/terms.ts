import stored from '../../../templates/terms.json';

/** The words of papers and window by term id; a layout may put its own in their place. */
export type Terms = Readonly<Record<string, string>>;

/** The terms as shipped. */
export const terms: Terms = stored;
