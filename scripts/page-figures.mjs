/**
 * `node scripts/page-figures.mjs PAPER.pdf …`: how full the pages of papers are, as JSON: the pages whose
 * text ends above 70 % of the room that any page of the paper uses. Needs pdftotext (poppler-utils).
 */
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';

/** A page that is filled less than this is counted. */
const full = 0.7;

/** Top and bottom of every line of text of a page in pt, the number of the page left out. */
function pagesOf(file) {
  const html = execFileSync('pdftotext', ['-bbox-layout', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 400_000_000,
  });
  return html
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, height] = /height="([\d.]+)"/.exec(page);
      const lines = [
        ...page.matchAll(/<line [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)">([\s\S]*?)<\/line>/g),
      ]
        .map(([, top, bottom, words]) => ({
          top: Number(top),
          bottom: Number(bottom),
          text: words.replace(/<[^>]*>/g, '').replace(/\s+/g, ''),
        }))
        .sort((a, b) => a.top - b.top);
      return { height: Number(height), lines: lines.filter(({ text }) => !isPageNumber(text)) };
    });
}

const isPageNumber = (text) => /^(—?[\dIVX]+—?|第\d+页(共\d+页)?)$/.test(text);

/** The room of a page: from the top margin to the lowest line that any page of its height has. */
function figuresOf(file) {
  const pages = pagesOf(file);
  const bottoms = new Map();
  const tops = new Map();
  for (const { height, lines } of pages) {
    const key = Math.round(height);
    bottoms.set(key, Math.max(bottoms.get(key) ?? 0, ...lines.map(({ bottom }) => bottom)));
    tops.set(key, Math.min(tops.get(key) ?? height, ...lines.map(({ top }) => top)));
  }
  const thin = pages.flatMap(({ height, lines }, index) => {
    const key = Math.round(height);
    const used = Math.max(0, ...lines.map(({ bottom }) => bottom)) - tops.get(key);
    const share = used / (bottoms.get(key) - tops.get(key));
    return share < full ? [{ page: index + 1, percent: Math.round(share * 100) }] : [];
  });
  return { file: basename(file), pages: pages.length, under70: thin.length, thin };
}

console.log(JSON.stringify(process.argv.slice(2).map(figuresOf), null, 1));
