import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a part of the trials has counted, by what it is. */
export type Tally = Readonly<Record<string, number>>;

/**
 * Says what a part of the trials has counted and, in the long form, leaves it for the summary: a file of that
 * name in the folder `GONGXUE_TALLY`. Numbers whose name begins with `most` are the greatest of their kind; all
 * others are added up.
 */
export function leaveTally(name: string, seed: number, tally: Tally): void {
  const words = Object.entries(tally).map(([what, count]) => `${String(count)} ${what}`);
  console.error(`${name}: ${words.join(', ')}, seed ${String(seed)}`);
  const folder = process.env.GONGXUE_TALLY;
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(tally));
}
