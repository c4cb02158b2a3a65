import * as z from 'zod';

/**
 * The occupations of 《中华人民共和国职业分类大典》 that a major may be linked to, as data. A code alone
 * names nothing: the 2022 edition gave codes of the 2015 edition to other occupations, so the key is
 * edition and code.
 */

const name = z.string().trim().min(1);
const occupationCode = z.string().regex(/^[1-8]-\d{2}-\d{2}-\d{2}$/);
const count = z.number().int().nonnegative();
const occupationMark = z.enum(['new', 'digital', 'green']);

const editionCensus = z
  .strictObject({ middle: count, minor: count, occupations: count })
  .readonly();
/** How many groups and occupations an edition has in all, also those that are not listed here. */
const census = z
  .strictObject({ '1999': editionCensus, '2015': editionCensus, '2022': editionCensus })
  .readonly();

const catalogueSource = z
  .strictObject({
    edition: z.literal('2022'),
    /** What is listed and what is not, for the reader. */
    scope: name,
    majorGroups: z
      .array(z.strictObject({ code: z.string().regex(/^[1-8]$/), name, census }).readonly())
      .readonly(),
    census,
    middleGroups: z
      .array(z.strictObject({ code: z.string().regex(/^[1-8]-\d{2}$/), name }).readonly())
      .readonly(),
    minorGroups: z
      .array(z.strictObject({ code: z.string().regex(/^[1-8]-\d{2}-\d{2}$/), name }).readonly())
      .readonly(),
    families: z
      .array(
        z.strictObject({ id: name, name, codes: z.array(occupationCode).readonly() }).readonly(),
      )
      .readonly(),
    /** Occupations of the edition before that were cancelled or changed. */
    cancelled: z
      .array(z.strictObject({ edition: z.literal('2015'), code: occupationCode, name }).readonly())
      .readonly(),
    occupations: z
      .array(
        z
          .strictObject({
            code: occupationCode,
            name,
            marks: z.array(occupationMark).readonly(),
            workTypes: z.array(name).readonly().optional(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

type CatalogueSource = z.output<typeof catalogueSource>;
export type OccupationEdition = '2015' | '2022';
export type OccupationMark = z.output<typeof occupationMark>;

/** One line of the catalogue. `edition` and `code` together are its key. */
export interface Occupation {
  readonly edition: OccupationEdition;
  /** 职业编码, such as 4-01-06-02. */
  readonly code: string;
  readonly name: string;
  /** 新职业、数字职业、绿色职业. */
  readonly marks: readonly OccupationMark[];
  /** 工种. */
  readonly workTypes: readonly string[];
  /** Names of the 职业族 it belongs to. */
  readonly families: readonly string[];
  /** No longer in the newest edition. */
  readonly isCancelled: boolean;
}

/** The catalogue, ready to be searched. */
export interface OccupationCatalogue extends Pick<
  CatalogueSource,
  'scope' | 'majorGroups' | 'census' | 'middleGroups' | 'minorGroups' | 'families'
> {
  /** The newest edition's occupations by code, then the cancelled ones of the edition before. */
  readonly occupations: readonly Occupation[];
}

/** The catalogue of a data file. @throws when the file has not the form above. */
export function readOccupationCatalogue(data: unknown): OccupationCatalogue {
  const { edition, cancelled, occupations, ...groups } = catalogueSource.parse(data);
  const familiesOf = (code: string): readonly string[] =>
    groups.families.filter(({ codes }) => codes.includes(code)).map((family) => family.name);
  return {
    ...groups,
    occupations: [
      ...occupations.map(({ workTypes = [], ...occupation }) => ({
        ...occupation,
        edition,
        workTypes,
        families: familiesOf(occupation.code),
        isCancelled: false,
      })),
      ...cancelled.map((occupation) => ({
        ...occupation,
        marks: [],
        workTypes: [],
        families: [],
        isCancelled: true,
      })),
    ],
  };
}
