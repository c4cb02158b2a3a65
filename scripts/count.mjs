/**
 * `npm run count`: how large the product is and how far kinds of records are known, as one line of JSON.
 * `npm run count -- <folder>` counts another checkout. Lines are those of formatted TS, TSX and CSS, tests
 * and scripts aside; a list of kinds is what names two and more of them outside the table.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, kindsNamed, kindTable } from './kind-names.mjs';

const root = process.argv[2] ?? '.';
const folders = ['shared', 'renderer', 'electron'].map((name) => join(root, name));
const files = filesIn(folders, ['.ts', '.tsx', '.css']);
const lines = files.reduce(
  (sum, file) => sum + readFileSync(file, 'utf8').split('\n').length - 1,
  0,
);

const table = kindTable(root);
const outside = files
  .filter((file) => !file.endsWith('.css') && !table.files.includes(file))
  .map((file) => kindsNamed(file, table.names));
console.log(
  JSON.stringify({
    lines,
    kinds: table.names.size,
    filesThatNameAKind: outside.filter(({ named }) => named.size > 0).length,
    filesWithAListOfKinds: outside.filter(({ lists }) => lists.length > 0).length,
    listsOfKinds: outside.reduce((sum, { lists }) => sum + lists.length, 0),
  }),
);
