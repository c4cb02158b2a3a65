/**
 * What LibreOffice makes of a Word file, read back by poppler: `textOfPages` gives the text of every page,
 * `pagesOfContents` holds the page numbers printed in the 目录 against the pages on which the headings stand.
 * Imports nothing of ours.
 */
import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';

/** Turns Word files into PDFs beside each other in `folder`, in one start of LibreOffice. */
export function renderPdf(files, folder, env = process.env) {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files];
  run('soffice', args, env);
}

/** The text of each page, line by line as it lies on the page. */
export function textOfPages(pdf) {
  const pages = run('pdftotext', ['-layout', pdf, '-']).split('\f');
  return pages.slice(0, -1);
}

/** The same in the order it was set, so that a cell is not mixed with its neighbours. */
export function rawPages(pdf) {
  return run('pdftotext', ['-raw', pdf, '-']).split('\f').slice(0, -1).map(squeezed);
}

/** Lines that begin with a mark that closes, or end with one that opens: a Chinese setter never breaks there. */
export function brokenAtMark(pdf) {
  const lines = run('pdftotext', ['-raw', pdf, '-']).split(/[\n\f]/);
  return lines.filter((line) =>
    /^[，。、；：！？）〕》〉」』】”’…]|[（〔《〈「『【“‘]$/u.test(line.trim()),
  );
}

/** The texts that stand neither whole on a page nor begin on one and end on the next. */
export function missingTexts(texts, pages) {
  return texts.filter((text) => {
    const wanted = squeezed(text);
    return !pages.some((page, at) => {
      if (page.includes(wanted)) return true;
      const here = longestStart(wanted, page);
      return here > 0 && (pages[at + 1] ?? '').includes(wanted.slice(here));
    });
  });
}

function longestStart(text, page) {
  let [found, tooLong] = [0, text.length];
  while (found + 1 < tooLong) {
    const middle = (found + tooLong) >> 1;
    if (page.includes(text.slice(0, middle))) found = middle;
    else tooLong = middle;
  }
  return found;
}

/** Text without blanks and line breaks: where lines break is nobody's business here. */
export const squeezed = (text) => text.replace(/\s/g, '');

/** The entries of the 目录 with the pages they name: 「（二）培养要求\t12」. */
export function entriesOf(bytes) {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']);
  const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
  return paragraphs
    .filter((paragraph) => paragraph.includes('PAGEREF'))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
        .map(([, text]) => text ?? '\t')
        .join(''),
    );
}

/**
 * For each entry of the 目录 the page it names and the printed number of the page its heading stands on
 * (null when it is nowhere). `entries` are lines like 「（二）培养要求\t12」 as a reader of the Word file gives them.
 */
export function pagesOfContents(entries, pages) {
  const printed = pages.map(
    (page) => /[—第]\s*(\d+)\s*[—页]/.exec(page.split('\n').slice(-6).join(' '))?.[1],
  );
  const texts = pages.map((page) => page.split('\n').map(squeezed));
  let from = 0;
  return entries.map((entry) => {
    const [words, named] = entry.split('\t');
    const wanted = squeezed(words);
    let at = from;
    while (at < pages.length && !(printed[at] && standsIn(texts[at], wanted))) at += 1;
    if (at === pages.length) return { words, named: Number(named), found: null };
    from = at;
    return { words, named: Number(named), found: Number(printed[at]) };
  });
}

/** A heading is a line of its own, or two when it is long. */
function standsIn(lines, wanted) {
  return lines.some((line, at) => line === wanted || line + (lines[at + 1] ?? '') === wanted);
}

function run(program, args, env = process.env) {
  const options = { encoding: 'utf8', maxBuffer: 200_000_000, timeout: 240_000, env };
  const { status, stdout, stderr } = spawnSync(program, args, options);
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}
