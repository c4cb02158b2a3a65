/** Where sources name kinds of records: counted by `count.mjs`, kept few by the walk of the kind table. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** All files below folders with one of the endings, sorted. */
export function filesIn(folders, endings) {
  const found = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
  );
  return found
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && statSync(file).isFile())
    .sort();
}

/** The files a kind is described in, and the names described there. */
export function kindTable(root) {
  const files = filesIn([join(root, 'shared/core/model')], ['.ts']).filter((file) =>
    /(?:kinds\/[\w-]+|kinds)\.ts$/.test(file),
  );
  const names = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ +(\w+): \{\n +code: .*\n +label: /gm)].map(
      ([, name]) => name,
    ),
  );
  return { files, names: new Set(names) };
}

/** The kinds a source names in quotes, and its lists of two and more: array, object by kind, switch, or-chain. */
export function kindsNamed(file, names) {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const named = new Set();
  const lists = [];
  const visit = (node) => {
    const one = quoted(node, names);
    if (one !== undefined) named.add(one);
    const kinds = [...new Set(listed(node, names))];
    if (kinds.length > 1 && !isWholeByType(node)) lists.push({ line: lineOf(source, node), kinds });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { named, lists };
}

function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

function quoted(node, names) {
  return node !== undefined && ts.isStringLiteral(node) && names.has(node.text)
    ? node.text
    : undefined;
}

function listed(node, names) {
  const one = (part) => quoted(part, names) ?? [];
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.flatMap((part) =>
      ts.isArrayLiteralExpression(part) ? one(part.elements[0]) : one(part),
    );
  }
  if (ts.isObjectLiteralExpression(node)) {
    const keys = node.properties.filter((part) => !ts.isShorthandPropertyAssignment(part));
    return keys.flatMap(({ name }) => (names.has(name?.text) ? name.text : []));
  }
  if (ts.isCaseBlock(node)) return node.clauses.flatMap(({ expression }) => one(expression));
  return isOr(node) && !isOr(node.parent) ? compared(node, one) : [];
}

function isOr(node) {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken;
}

function compared(node, one) {
  if (isOr(node)) return [node.left, node.right].flatMap((part) => compared(part, one));
  return ts.isBinaryExpression(node) ? one(node.right) : [];
}

/** A map that does not compile while a kind is missing cannot fall behind the table. */
function isWholeByType(node) {
  const type = node.parent?.type?.getText() ?? '';
  return /Record<\s*\w*Kind\b/.test(type) && !type.includes('Partial<');
}
