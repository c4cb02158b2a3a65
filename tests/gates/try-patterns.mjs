/**
 * Runs every pattern in the given folders against long rows of whatever it may look for, and prints each
 * before it is tried. A pattern that looks at a row again from each of its places does not come to its end.
 * `node try-patterns.mjs FOLDER…`; a pattern that is built is tried by what uses it.
 */
import { readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const length = 160_000;
const units = [
  ...[' ', '\t', '\n', '\r', '\u00a0', '\u3000', 'a', 'A', '1', '０', '一', '检', '。', '，', '、'],
  ...['.', '．', ':', '(', '（', '[', '{', '<', '"', "'", '-', '—', '*', '\\', '/', '\u0007'],
  ...['\ue000', '\ud842\udfb7', '\ufeff', '1.', '1 ', '（1', '. ', 'a '],
];

function literalsIn(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found = [];
  const walk = (node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** Words of the pattern itself, for it may only begin to look behind one of them. */
function wordsOf(pattern) {
  return pattern.match(/[A-Za-z]+[-:]?[A-Za-z]*:?|[\p{Script=Han}]/gu) ?? [];
}

function attempt(literal) {
  const end = literal.lastIndexOf('/');
  const flags = literal.slice(end + 1).replace(/[gy]/g, '');
  const pattern = new RegExp(literal.slice(1, end), `${flags}g`);
  for (const unit of new Set([...units, ...wordsOf(literal)])) {
    const row = unit.repeat(Math.ceil(length / unit.length));
    row.replace(pattern, '');
    `${row}\u0001${row}`.replace(pattern, '');
  }
}

let count = 0;
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.tsx?$/.test(name)) continue;
    for (const literal of literalsIn(join(folder, name))) {
      if (!/[*+]|\{\d+,/.test(literal)) continue;
      writeSync(1, `${name} ${literal}\n`);
      attempt(literal);
      count += 1;
    }
  }
}
writeSync(1, `tried ${count}\n`);
