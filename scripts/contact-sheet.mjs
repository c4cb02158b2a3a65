/**
 * `node scripts/contact-sheet.mjs OUT.png --columns 12 --dpi 26 [--from 1 --to 60] A.pdf B.pdf …`: pages
 * side by side in one grey picture, small enough to be kept. Needs poppler, nothing else.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crc32, deflateSync } from 'node:zlib';
import { isStarted } from './checkout.mjs';

const gap = 4;
const behind = 0x99;
/** Four bits a pixel: sixteen greys are enough for black text. */
const greys = 4;

/** Grey pictures of the pages of a PDF: `{ width, height, pixels }`. */
export function pagesOf(pdf, { dpi, from, to }) {
  const folder = mkdtempSync(join(tmpdir(), 'gongxue-sheet-'));
  try {
    const range = from === undefined ? [] : ['-f', String(from), '-l', String(to)];
    const args = ['-r', String(dpi), '-gray', ...range, pdf, join(folder, 'page')];
    const { status, stderr } = spawnSync('pdftoppm', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`pdftoppm ended with ${status}: ${stderr}`);
    const names = readdirSync(folder).sort();
    return names.map((name) => readGrey(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A picture as poppler writes it: `P5`, width, height, 255, then a byte for each pixel. */
function readGrey(bytes) {
  const [all, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(
    bytes.subarray(0, 40).toString('latin1'),
  );
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(all.length) };
}

/** The pages in rows of `columns`, as one PNG. */
export function contactSheet(pages, columns) {
  const wide = Math.max(...pages.map(({ width }) => width)) + gap;
  const rows = [];
  for (let at = 0; at < pages.length; at += columns) rows.push(pages.slice(at, at + columns));
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)) + gap);
  const width = wide * Math.min(columns, pages.length) + gap;
  const height = heights.reduce((sum, one) => sum + one, gap);
  const sheet = Buffer.alloc(width * height, behind);
  let top = gap;
  for (const [index, row] of rows.entries()) {
    row.forEach((page, place) => {
      for (let y = 0; y < page.height; y += 1) {
        const line = page.pixels.subarray(y * page.width, (y + 1) * page.width);
        sheet.set(line, (top + y) * width + gap + place * wide);
      }
    });
    top += heights[index];
  }
  return png({ width, height, pixels: sheet });
}

function png({ width, height, pixels }) {
  const perLine = Math.ceil(width / 2);
  const packed = Buffer.alloc((perLine + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (perLine + 1) + 1 + (x >> 1);
      packed[at] |= (pixels[y * width + x] >> greys) << (x % 2 === 0 ? greys : 0);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = greys;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = deflateSync(packed, { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

if (isStarted(import.meta)) {
  const text = { type: 'string' };
  const options = { columns: text, dpi: text, from: text, to: text };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [out, ...pdfs] = positionals;
  const { columns = '10', dpi = '40', from, to } = values;
  const pages = pdfs.flatMap((pdf) => pagesOf(pdf, { dpi, from, to }));
  writeFileSync(out, contactSheet(pages, Number(columns)));
  console.log(`${out}: ${pages.length} pages`);
}
