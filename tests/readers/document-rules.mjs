/**
 * `node document-rules.mjs F.docx …` reads document.xml and styles.xml and prints what a typographer would
 * object to, as a JSON list of sentences; nothing of ours is imported.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element as `{ name, at, children, text }`. */
function treeOf(xml) {
  const parser = new SaxesParser();
  const root = { name: '', at: {}, children: [], text: '' };
  const stack = [root];
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, at: attributes, children: [], text: '' };
    stack.at(-1).children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => {
    stack.at(-1).text += text;
  });
  parser.on('closetag', () => stack.pop());
  parser.write(xml).close();
  return root;
}

const child = (element, name) => element?.children.find((one) => one.name === name);
const all = (element, name) =>
  element.children.flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)]);
const value = (element, name) => child(element, name)?.at['w:val'];
const isOn = (element, name) => {
  const found = child(element, name);
  return found !== undefined && !['0', 'false'].includes(found.at['w:val']);
};
const textOf = (element) =>
  all(element, 'w:t')
    .map(({ text }) => text)
    .join('');

/** Everything that is wrong with a Word file; an empty list is the aim. */
export function objections(bytes) {
  const parts = unzipSync(bytes);
  const read = (name) => treeOf(strFromU8(parts[name]));
  const body = child(child(read('word/document.xml'), 'w:document'), 'w:body');
  const named = new Set(all(body, 'w:pStyle').map(({ at }) => at['w:val']));
  const styles = stylesOf(read('word/styles.xml'), named);
  const settings = strFromU8(parts['word/settings.xml'] ?? new Uint8Array());
  return [
    ...(settings.includes('updateFields') ? ['asks to renew fields on opening'] : []),
    ...bookmarkObjections(body),
    ...styles.objections,
    ...sectionsOf(body).flatMap(({ blocks, width }) => blockObjections(blocks, width, styles)),
    ...all(body, 'w:trHeight')
      .filter(({ at }) => at['w:hRule'] === 'exact')
      .map(() => 'a row has an exact height'),
    ...all(body, 'w:rPr').flatMap(latinObjections),
  ];
}

/** Latin and digits in Times New Roman, Han in a font named by the style, no line pitch below the size. */
function stylesOf(root, named) {
  const styles = all(root, 'w:style').filter(({ at }) => at['w:type'] === 'paragraph');
  const defaults = child(child(root, 'w:styles'), 'w:docDefaults');
  const list = new Map(styles.map((style) => [style.at['w:styleId'], style]));
  const used = styles.filter(({ at }) => named.has(at['w:styleId']));
  const problems = used.flatMap((style) => [...fontObjections(style), ...pitchObjections(style)]);
  return { list, objections: [...problems, ...latinObjections(defaults)] };
}

function fontObjections(style) {
  const id = style.at['w:styleId'];
  const fonts = child(child(style, 'w:rPr'), 'w:rFonts')?.at ?? {};
  const latin = [fonts['w:ascii'], fonts['w:hAnsi']].every((font) => font === 'Times New Roman');
  return [
    ...(latin ? [] : [`style ${id}: Latin is not in Times New Roman`]),
    ...(fonts['w:eastAsia'] ? [] : [`style ${id}: no font for Han`]),
  ];
}

function pitchObjections(style) {
  const spacing = child(child(style, 'w:pPr'), 'w:spacing')?.at ?? {};
  const size = Number(value(child(style, 'w:rPr'), 'w:sz')) / 2;
  const line = Number(spacing['w:line']) / 20;
  const isCut = spacing['w:lineRule'] === 'exact' && line < size;
  return isCut
    ? [`style ${style.at['w:styleId']}: exact line pitch ${line} under size ${size}`]
    : [];
}

function latinObjections(element) {
  return all({ children: [element ?? { children: [] }] }, 'w:rFonts')
    .map(({ at }) => at['w:ascii'])
    .filter((font) => font !== undefined && font !== 'Times New Roman')
    .map((font) => `Latin in ${font}`);
}

/** Blocks of each section with the width of its text in dxa. */
function sectionsOf(body) {
  const sections = [];
  let blocks = [];
  for (const block of body.children) {
    if (block.name !== 'w:sectPr') blocks.push(block);
    const end = block.name === 'w:sectPr' ? block : child(child(block, 'w:pPr'), 'w:sectPr');
    if (end === undefined) continue;
    const size = child(end, 'w:pgSz').at;
    const margin = child(end, 'w:pgMar').at;
    const width = Number(size['w:w']) - Number(margin['w:left']) - Number(margin['w:right']);
    sections.push({ blocks, width });
    blocks = [];
  }
  return sections;
}

function blockObjections(blocks, width, styles) {
  return blocks.flatMap((block, at) => {
    if (block.name === 'w:tbl') return tableObjections(block, width);
    return block.name === 'w:p' ? paragraphObjections(block, blocks[at + 1], styles) : [];
  });
}

function paragraphObjections(block, next, styles) {
  const text = textOf(block).trim();
  const isCaption = /^表\d+　/.test(text);
  const style = styles.list.get(value(child(block, 'w:pPr'), 'w:pStyle'));
  const isHeading = style !== undefined && style.at['w:styleId'].startsWith('Heading');
  if (!isCaption && !isHeading) return [];
  const isKept = [block, style].some((one) => isOn(child(one, 'w:pPr'), 'w:keepNext'));
  return [
    ...(isKept ? [] : [`「${text}」 may stand alone at the foot`]),
    ...(isCaption && next?.name !== 'w:tbl' ? [`「${text}」 has no table below it`] : []),
    ...(next === undefined ? [`「${text}」 has nothing below it`] : []),
  ];
}

/** A row that is never broken over pages; one table may hold such rows alone, as each says what it is about. */
const isWhole = (row) => isOn(child(row, 'w:trPr'), 'w:cantSplit');

function tableObjections(table, room) {
  const grid = child(table, 'w:tblGrid').children.map(({ at }) => Number(at['w:w']));
  const total = grid.reduce((sum, one) => sum + one, 0);
  const rows = table.children.filter(({ name }) => name === 'w:tr');
  const title = textOf(rows[0]).slice(0, 20);
  const heads = rows.map((row) => isOn(child(row, 'w:trPr'), 'w:tblHeader'));
  const first = heads.indexOf(false);
  return [
    ...(total > room ? [`table ${title} is ${total} wide in a text of ${room}`] : []),
    ...(heads[0] || rows.every(isWhole) ? [] : [`table ${title} goes on without a header row`]),
    ...(first !== -1 && heads.lastIndexOf(true) > first ? [`table ${title}: late header row`] : []),
    ...(first === -1 ? [`table ${title} has header rows only`] : []),
    ...rows.flatMap((row, at) => rowObjections(row, grid, { title, at, next: rows[at + 1] })),
  ];
}

const labelWords =
  /^(?:【.+】|\d\. (?:师资要求|教学.+|过程性考核.*|终结性考核.*)|考核任务案例：.*)$/;

function rowObjections(row, grid, { title, at, next }) {
  let column = 0;
  const cells = row.children.filter(({ name }) => name === 'w:tc');
  const widths = cells.flatMap((cell) => {
    const properties = child(cell, 'w:tcPr');
    const span = Number(value(properties, 'w:gridSpan') ?? 1);
    const wanted = grid.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    const own = Number(child(properties, 'w:tcW').at['w:w']);
    return own === wanted ? [] : [`table ${title} row ${at}: cell ${own}, grid ${wanted}`];
  });
  const filled = column === grid.length ? [] : [`table ${title} row ${at}: ${column} columns`];
  return [...widths, ...filled, ...cells.flatMap((cell) => labelObjections(cell, row, next))];
}

/** A label of its own line has its text below it in the same unbroken row, or keeps the next row. */
function labelObjections(cell, row, next) {
  const paragraphs = all(cell, 'w:p');
  return paragraphs.flatMap((paragraph, at) => {
    const text = textOf(paragraph).trim();
    if (!labelWords.test(text) || isWhole(row)) return [];
    const isLast = at === paragraphs.length - 1;
    const keeps = isOn(child(paragraph, 'w:pPr'), 'w:keepNext');
    return keeps && isLast && next !== undefined
      ? []
      : [`label 「${text}」 in a row that may break`];
  });
}

function bookmarkObjections(body) {
  const names = all(body, 'w:bookmarkStart').map(({ at }) => at['w:name']);
  const starts = all(body, 'w:bookmarkStart').map(({ at }) => at['w:id']);
  const ends = new Set(all(body, 'w:bookmarkEnd').map(({ at }) => at['w:id']));
  return [
    ...(new Set(names).size === names.length ? [] : ['two bookmarks of one name']),
    ...(new Set(starts).size === starts.length ? [] : ['two bookmarks of one id']),
    ...names.filter((name) => name.length > 40).map((name) => `bookmark ${name} is too long`),
    ...starts.filter((id) => !ends.has(id)).map((id) => `bookmark ${id} has no end`),
    ...(ends.size === starts.length ? [] : ['an end without a bookmark']),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = process.argv.slice(2);
  console.log(
    JSON.stringify(files.flatMap((file) => objections(new Uint8Array(readFileSync(file))))),
  );
}
