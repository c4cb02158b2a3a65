import { type JsonLimits, outsideJson } from '../../core/kernel/json-scan';

/**
 * What a project file may be, beside the limits of the model (`core/model/limits.ts`). Reader and writer share these numbers,
 * so that every file we write opens. They are counted on bytes really unpacked; the sizes a zip
 * declares are never believed.
 */

/** Bytes of all entries together, unpacked. */
export const mostUnpackedBytes = 200_000_000;
/** Entries in the zip. */
export const mostEntries = 5_000;
/** An entry may unpack to this many times its packed size; what packs better is stored as it is. */
export const highestRatio = 100;
/** Bytes of the file itself: everything stored, plus the names and headers of the most entries. */
export const mostPackedBytes = mostUnpackedBytes + 4_000_000;
/** Bytes of `manifest.json` and of `summary.json`, each. */
export const mostManifestBytes = 5_000_000;
/** UTF-8 bytes of the name of an entry. */
export const longestEntryName = 200;
/** Levels of objects and lists inside each other in a JSON entry. */
export const deepestJson = 60;
/**
 * What a JSON entry may hold, counted on its bytes before anything is built of them. A project of
 * 50,000 records has a value for every 65 bytes and at most 101 in a record; a text has at most 100,000 letters.
 */
export const projectJson: JsonLimits = { ...outsideJson, depth: deepestJson + 1 };
/** Values inside one record; its lists hold 1,000 items of three values each. */
export const mostRecordValues = 50_000;
/** Bytes of the directory of the zip: names and headers of the most entries. */
export const mostDirectoryBytes = mostPackedBytes - mostUnpackedBytes;
