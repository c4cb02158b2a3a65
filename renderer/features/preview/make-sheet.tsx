import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { PageSetup, Paper } from '@shared/core/papers/block';
import type { Sheet } from '@shared/ipc/sheet';
import { layOut, type ShownPage } from './lay-out';
import { PaperPage, WholePaper } from './paper-page';
import { textArea, withStandIns } from './paper-style';
import { pageAt, printedNumbers } from './section-pages';

/** How a sheet will be used. */
export interface SheetUse {
  /** A font that papers name → the one that stands in for it on this machine. */
  readonly fonts: Readonly<Record<string, string>>;
  /** For a printer, whose paper lies upright: pages across are turned instead of being wider. */
  readonly turned: boolean;
}

/** A hair less than the page, so that rounding never makes a page more. */
const hairMm = 0.1;

/**
 * The pages of a paper as a sheet for the print window: drawn out of sight, measured and cut like the
 * preview, so that print, PDF and preview have the same pages.
 */
export function makeSheet(paper: Paper, use: SheetUse): Sheet {
  const drawn = { ...paper, styles: withStandIns(paper.styles, use.fonts) };
  const host = document.createElement('div');
  host.className = 'paper-whole';
  host.setAttribute('aria-hidden', 'true');
  host.style.width = `${String(textArea(paper.page).width)}px`;
  document.body.append(host);
  const root = createRoot(host);
  try {
    const { html, setups } = drawPages(drawn, host, { root, turned: use.turned });
    const css = [...paperRules(), sheetRules, ...pageRules(setups, use.turned)].join('\n');
    const sizes = setups.map((setup) => (use.turned ? upright(setup) : setup));
    const widthMm = Math.max(...sizes.map(({ width }) => width));
    const heightMm = Math.max(...sizes.map(({ height }) => height));
    return { title: paper.title, html, css, widthMm, heightMm };
  } finally {
    root.unmount();
    host.remove();
  }
}

function drawPages(
  paper: Paper,
  host: HTMLElement,
  { root, turned }: { readonly root: Root; readonly turned: boolean },
): { readonly html: string; readonly setups: readonly PageSetup[] } {
  flushSync(() => {
    root.render(<WholePaper paper={paper} />);
  });
  const pages = layOut(paper, host);
  const setups = pages.map((page) => pageAt(paper, page[0]?.block ?? 0));
  flushSync(() => {
    root.render(<SheetPages paper={paper} pages={pages} turned={turned} />);
  });
  // Where a text comes from is for the preview; it does not leave with the pages.
  for (const element of host.querySelectorAll('[data-source]')) {
    element.removeAttribute('data-source');
  }
  const serializer = new XMLSerializer();
  const html = [...host.children].map((page) => serializer.serializeToString(page)).join('\n');
  return { html, setups };
}

function SheetPages({
  paper,
  pages,
  turned,
}: {
  readonly paper: Paper;
  readonly pages: readonly ShownPage[];
  readonly turned: boolean;
}) {
  const numbers = printedNumbers(paper, pages);
  return pages.map((page, index) => (
    <div key={index} className={classOf(pageAt(paper, page[0]?.block ?? 0), turned)}>
      <PaperPage
        paper={paper}
        page={page}
        number={index + 1}
        printed={numbers[index] ?? ''}
        count={pages.length}
      />
    </div>
  ));
}

function isAcross({ width, height }: PageSetup): boolean {
  return width > height;
}

function upright({ width, height }: Pick<PageSetup, 'width' | 'height'>) {
  return { width: Math.min(width, height), height: Math.max(width, height) };
}

/** Pages of one size share a class and a page rule: `sheet-210x297`. */
function classOf(setup: PageSetup, turned: boolean): string {
  const { width, height } = turned ? upright(setup) : setup;
  const size = `sheet-page ${nameOf(width, height)}`;
  return turned && isAcross(setup) ? `${size} sheet-turned` : size;
}

function nameOf(width: number, height: number): string {
  return `sheet-${String(width)}x${String(height)}`.replaceAll('.', '_');
}

function pageRules(setups: readonly PageSetup[], turned: boolean): readonly string[] {
  const rules = setups.map((setup) => {
    const { width, height } = turned ? upright(setup) : setup;
    const name = nameOf(width, height);
    const size = `${String(width)}mm ${String(height)}mm`;
    const box = `width: ${String(width)}mm; height: ${String(height - hairMm)}mm`;
    const turning = `.${name}.sheet-turned > .paper-page { transform: translateY(${String(height)}mm) rotate(-90deg); }`;
    return `@page ${name} { size: ${size}; margin: 0; }\n.${name} { page: ${name}; ${box}; }\n${turning}`;
  });
  return [...new Set(rules)];
}

const sheetRules = `* { box-sizing: border-box; }
@page { margin: 0; }
html, body { margin: 0; padding: 0; background: #fff; color: #000; }
.sheet-page { overflow: hidden; break-after: page; }
.sheet-page:last-child { break-after: auto; }
.sheet-turned > .paper-page { transform-origin: 0 0; }`;

/** The rules by which the window draws a paper; what belongs to the window around it stays behind. */
function paperRules(): readonly string[] {
  return [...document.styleSheets, ...document.adoptedStyleSheets]
    .flatMap((sheet) => rulesIn(sheet.cssRules))
    .filter(({ selectorText }) => drawsPaper.test(selectorText))
    .map(({ cssText }) => cssText);
}

/** All but what the pages lie in: a rule that stayed behind would make them other pages than were measured. */
const drawsPaper = /^\.paper-(?!(?:frame|whole|pages|shell|empty|scale)\b)/;

function rulesIn(list: CSSRuleList): readonly CSSStyleRule[] {
  return [...list].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [rule];
    return rule instanceof CSSImportRule && rule.styleSheet !== null
      ? rulesIn(rule.styleSheet.cssRules)
      : [];
  });
}
