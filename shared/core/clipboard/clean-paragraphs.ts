import { cleanCharacters } from '../model/text';
import type { PastedParagraph } from './pasted';
import { smallNumber } from './pasted-number';

const digits = '[\\d０-９]{1,3}';
const han = '[一二三四五六七八九十]{1,3}';
/** Numbers a hand types before an item, with what they count: only in a series are they no words. */
const numberForms: readonly (readonly [string, RegExp])[] = [
  ['1.', new RegExp(`^(${digits})\\s*[.．、)）](?![\\d０-９])`, 'u')],
  ['(1)', new RegExp(`^[(（]\\s*(${digits})\\s*[)）]`, 'u')],
  ['一、', new RegExp(`^(${han})[、.．]`, 'u')],
  ['(一)', new RegExp(`^[(（]\\s*(${han})\\s*[)）]`, 'u')],
  ['a.', /^([a-zA-Z])[.．、)）](?=\s|\p{Script=Han})/u],
  ['(a)', /^[(（]\s*([a-zA-Z])\s*[)）]/u],
  ['①', /^([①-⑳])/u],
  ['⑴', /^([⑴-⒇])/u],
  ['⒈', /^([⒈-⒛])/u],
  ['㈠', /^([㈠-㈩])/u],
];
/**
 * Bullets. ★ ※ ○ △ ☆ are none: in lesson plans they mark what is important or difficult. A dash or an
 * asterisk is one only where several lines begin with it.
 */
const drawnBullet = /^[•●▪■◆◇➢➤\uf000-\uf0ff]/u;
const typedBullet = /^([·\-–—*✓√])(?=\s)/u;
const onlyNumber = new RegExp(`^(?:${digits}|${han})$`, 'u');
const onlyMarks = /^[。．.，,、；;：:！!？?…\s]+$/u;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** A text as it is to be written: NFC, without controls and zero-width characters, plain blanks. */
export function cleanText(text: string): string {
  return cleanCharacters(text.normalize('NFC'))
    .replace(invisible, '')
    .replace(/[\u00a0\u2000-\u200a]/gu, ' ')
    .trim();
}

/** True for a cell or line with nothing but its number (序号). */
export function isOnlyNumber(text: string): boolean {
  return onlyNumber.test(text);
}

/** What a paste into a list becomes: its items, and the same with the numbers that were taken off them. */
export interface CleanedItems {
  readonly items: readonly string[];
  /** Item for item, with number and bullet as they were typed. */
  readonly asTyped: readonly string[];
}

interface Line {
  readonly text: string;
  /** What is taken off: a number of a series or a bullet with the blanks around it; '' = nothing. */
  readonly lead: string;
  /** True when it begins an item: it has a number, typed or drawn. */
  readonly begins: boolean;
}

/**
 * The items of a pasted text: one for each paragraph or soft line, without bullets and the numbers of a
 * series; a line that ends in the middle of a sentence goes on in the next.
 */
export function cleanParagraphs(paragraphs: readonly PastedParagraph[]): CleanedItems {
  const items: Parts[] = [];
  for (const { text, lead, begins } of linesOf(paragraphs)) {
    const rest = text.slice(lead.length).trim();
    const last = items.at(-1);
    if (onlyMarks.test(rest)) {
      if (last !== undefined && !/\p{P}$/u.test(last.end)) add(last, rest);
    } else if (last !== undefined && !begins && goesOn(last.end)) add(last, rest);
    else if (rest !== '') items.push({ lead, pieces: [rest], end: tailOf(rest) });
  }
  const texts = items.map(({ pieces }) => pieces.join(''));
  return { items: texts, asTyped: texts.map((text, index) => (items[index]?.lead ?? '') + text) };
}

/** An item while it is put together, its end apart: long texts are not read again for each line. */
interface Parts {
  readonly lead: string;
  readonly pieces: string[];
  end: string;
}

function add(item: Parts, line: string): void {
  const isLatin = /[\p{Script=Latin}\d,]$/u.test(item.end) && /^[\p{Script=Latin}\d]/u.test(line);
  item.pieces.push(isLatin ? ` ${line}` : line);
  item.end = tailOf(line);
}

function tailOf(text: string): string {
  return text.slice(-2);
}

/** True when a line ends where its sentence cannot. */
function goesOn(end: string): boolean {
  return /[，、,（(“]$/u.test(end);
}

function linesOf(paragraphs: readonly PastedParagraph[]): readonly Line[] {
  const lines = paragraphs.flatMap(({ text, numberText }) =>
    text.split('\n').map((raw, index) => ({
      text: cleanText(raw),
      isDrawn: numberText !== '' && index === 0,
    })),
  );
  const series = seriesIn(lines.map(({ text }) => text));
  return lines.map(({ text, isDrawn }, index) => {
    const lead = series[index] ?? '';
    return { text, lead, begins: isDrawn || lead !== '' || numberOf(text) !== undefined };
  });
}

/** What is taken off each of some texts: numbers that count on from one to the next, and bullets. */
export function seriesIn(texts: readonly string[]): readonly string[] {
  const leads = texts.map((text) => drawnBullet.exec(text)?.[0] ?? '');
  for (const run of [...numberRuns(texts), ...bulletRuns(texts)]) {
    if (run.length < 2) continue;
    for (const { index, lead } of run) leads[index] = lead;
  }
  return leads.map((lead, index) => withBlanks(texts[index] ?? '', lead));
}

function withBlanks(text: string, lead: string): string {
  if (lead === '') return '';
  const rest = text.slice(lead.length);
  return text.slice(0, text.length - rest.trimStart().length);
}

interface Lead {
  readonly index: number;
  readonly lead: string;
}

/** Of each form, the numbers in a row: 1 2 3, 1 2. */
function numberRuns(texts: readonly string[]): readonly (readonly Lead[])[] {
  const runs: Lead[][] = [];
  const open = new Map<string, { readonly run: Lead[]; last: number }>();
  for (const [index, text] of texts.entries()) {
    const number = numberOf(text);
    if (number === undefined) continue;
    const { form, value, lead } = number;
    const known = open.get(form);
    if (known?.last === value - 1) {
      known.run.push({ index, lead });
      known.last = value;
    } else {
      const run = [{ index, lead }];
      runs.push(run);
      open.set(form, { run, last: value });
    }
  }
  return runs;
}

function bulletRuns(texts: readonly string[]): readonly (readonly Lead[])[] {
  const runs = new Map<string, Lead[]>();
  for (const [index, text] of texts.entries()) {
    const mark = typedBullet.exec(text)?.[1];
    if (mark === undefined) continue;
    const run = runs.get(mark);
    if (run === undefined) runs.set(mark, [{ index, lead: mark }]);
    else run.push({ index, lead: mark });
  }
  return [...runs.values()];
}

function numberOf(text: string) {
  for (const [form, pattern] of numberForms) {
    const found = pattern.exec(text);
    const value = found === null ? undefined : valueOf(found[1] ?? '');
    if (found !== null && value !== undefined) return { form, value, lead: found[0] };
  }
  return undefined;
}

function valueOf(counter: string): number | undefined {
  const plain = counter.normalize('NFKC').replace(/[()（）.]/gu, '');
  if (/^[a-zA-Z]$/u.test(plain)) return plain.toLowerCase().charCodeAt(0);
  if (/^\d{1,3}$/u.test(plain)) return Number(plain);
  return smallNumber(plain);
}
