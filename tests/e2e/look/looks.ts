import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: { readonly run: (options: RunOptions) => Promise<AxeResults> };
    /** What had the focus on the way through a page, and how it looked then. */
    focusTrail?: { readonly element: Element; readonly looks: string }[];
  }
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/**
 * What axe finds serious or critical in what is shown now, one line each. With `onlyContrast` it looks at
 * colours alone: the rest is the same in every theme.
 */
export async function seriousFindings(
  window: Page,
  { onlyContrast }: { readonly onlyContrast: boolean },
): Promise<readonly string[]> {
  // Through the development tools: the page itself lets no foreign script in.
  if (!(await window.evaluate(() => 'axe' in globalThis))) {
    const session = await window.context().newCDPSession(window);
    await session.send('Runtime.evaluate', { expression: axeSource });
    await session.detach();
  }
  return window.evaluate(async (contrast) => {
    const { violations } = await globalThis.window.axe.run({
      resultTypes: ['violations'],
      ...(contrast ? { runOnly: ['color-contrast'] } : {}),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => {
          const why = (failureSummary ?? '').split('\n').slice(1).join(';');
          return [id, html.slice(0, 140), why].join(' ');
        }),
      );
  }, onlyContrast);
}

/** What goes beyond the window, what is cut without saying the rest, and what lies under something else. */
export async function untidyPlaces(window: Page): Promise<readonly string[]> {
  return [...(await window.evaluate(cutPlaces)), ...(await window.evaluate(coveredPlaces))];
}

/** Runs in the window. */
function cutPlaces(): readonly string[] {
  const { scrollWidth } = document.documentElement;
  const found = scrollWidth > innerWidth ? ['the window scrolls sideways'] : [];
  const hasText = (element: Element) =>
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
  // One pixel wide is what is there for the ear alone.
  const isCut = (element: Element) =>
    element.clientWidth > 1 &&
    element.scrollWidth > element.clientWidth + 1 &&
    ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility() || !hasText(element) || !isCut(element)) continue;
    // A tip says the rest; what is not drawn is only for the ear.
    if (element.closest('[title], .hidden-title, [aria-hidden="true"]') !== null) continue;
    found.push(`cut: ${element.getAttribute('class') ?? ''} “${element.textContent.slice(0, 40)}”`);
  }
  return found;
}

/** Runs in the window. */
function coveredPlaces(): readonly string[] {
  const over = '.scrim, .dialog, .side-over > .side, .outline-over > .outline, .bar, .message';
  const found: string[] = [];
  for (const element of document.querySelectorAll('button, input, select, textarea, a[href]')) {
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    const [left, top] = [x + width / 2, y + height / 2];
    if (!isInSight(element, left, top)) continue;
    const seen = document.elementFromPoint(left, top);
    if (seen === null || element.contains(seen) || seen.contains(element)) continue;
    if (seen.closest('label')?.contains(element) === true || seen.closest(over) !== null) continue;
    const words = element.getAttribute('aria-label') ?? element.textContent;
    found.push(`“${words.slice(0, 40)}” lies under ${seen.getAttribute('class') ?? seen.tagName}`);
  }
  return found;

  function isInSight(element: Element, left: number, top: number): boolean {
    for (let one = element.parentElement; one !== null; one = one.parentElement) {
      if (getComputedStyle(one).overflow === 'visible') continue;
      const box = one.getBoundingClientRect();
      if (left < box.left || left > box.right || top < box.top || top > box.bottom) return false;
    }
    return true;
  }
}

/** Goes through the page with Tab; what had the focus and looked the same without it. */
export async function unseenFocus(window: Page, steps: number): Promise<readonly string[]> {
  await window.evaluate(() => {
    globalThis.window.focusTrail = [];
    const page = document.getElementById('region-page');
    const start = document.querySelector<HTMLElement>('.dialog') ?? page;
    if (start?.contains(document.activeElement) === true) return;
    start?.setAttribute('tabindex', '-1');
    start?.focus();
  });
  for (let step = 0; step < steps; step += 1) {
    await window.keyboard.press('Tab');
    const known = await window.evaluate(followFocus, 'note' as const);
    if (known.length > 0) break;
  }
  return window.evaluate(followFocus, 'compare' as const);
}

/**
 * Runs in the window. `note` remembers how what has the focus looks, and answers something once it comes
 * to a place it knows; `compare` answers what looks the same without the focus.
 */
function followFocus(what: 'note' | 'compare'): readonly string[] {
  const trail = globalThis.window.focusTrail ?? [];
  const element = document.activeElement;
  if (what === 'note') {
    if (element === null || element === document.body) return [];
    if (trail.some((one) => one.element === element)) return ['known'];
    trail.push({ element, looks: looksOf(element) });
    return [];
  }
  if (element instanceof HTMLElement) element.blur();
  return trail
    .filter((one) => one.element.isConnected && looksOf(one.element) === one.looks)
    .map((one) => one.element.outerHTML.slice(0, 120));

  /** The place and what is around it: a field shows its focus by the line it stands in. */
  function looksOf(from: Element): string {
    const parts: string[] = [];
    let one: Element | null = from;
    for (let up = 0; one !== null && up < 4; up += 1) {
      for (const pseudo of [undefined, '::before', '::after']) {
        const style = getComputedStyle(one, pseudo);
        const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = style;
        parts.push(outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor);
      }
      one = one.parentElement;
    }
    return parts.join(' ');
  }
}
