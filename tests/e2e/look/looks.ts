import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: { readonly run: (within: string, options: RunOptions) => Promise<AxeResults> };
    /** What had the focus on the way through a page, and how it looked then. */
    focusTrail?: {
      readonly seen: ReadonlyMap<Element, string>;
      readonly isRound: boolean;
      readonly looksOf: (element: Element) => string;
      readonly stop: AbortController;
    };
  }
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What of the window axe looks at, and whether at colours alone: the rest is the same in every theme. */
export interface AxeLook {
  readonly within: string;
  readonly onlyContrast: boolean;
}

/** What axe finds serious or critical in what is shown now, one line each. */
export async function seriousFindings(window: Page, look: AxeLook): Promise<readonly string[]> {
  // Through the development tools: the page itself lets no foreign script in.
  if (!(await window.evaluate(() => 'axe' in globalThis))) {
    const session = await window.context().newCDPSession(window);
    await session.send('Runtime.evaluate', { expression: axeSource });
    await session.detach();
  }
  return window.evaluate(async ({ within, onlyContrast }) => {
    const { violations } = await globalThis.window.axe.run(within, {
      resultTypes: ['violations'],
      ...(onlyContrast ? { runOnly: ['color-contrast'] } : {}),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => {
          const why = (failureSummary ?? '').split('\n').slice(1).join(';');
          return [id, html.slice(0, 140), why].join(' ');
        }),
      );
  }, look);
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

/** Goes through a part of the window with Tab; what had the focus and looked the same without it. */
export async function unseenFocus(
  window: Page,
  { within, steps }: { readonly within: string; readonly steps: number },
): Promise<readonly string[]> {
  await window.evaluate(watchFocus, within);
  for (let step = 1; step <= steps; step += 1) {
    await window.keyboard.press('Tab');
    // Asked now and then only: a question takes as long as a step.
    if (step % 10 === 0 && (await window.evaluate(isRound))) break;
  }
  return window.evaluate(compareFocus);
}

const isRound = () => globalThis.window.focusTrail?.isRound === true;

/** Runs in the window: puts the focus there and notes from now on how what has it looks. */
function watchFocus(within: string): void {
  const start = document.querySelector<HTMLElement>(within);
  if (start?.contains(document.activeElement) !== true) {
    if (start?.hasAttribute('tabindex') === false) start.setAttribute('tabindex', '-1');
    start?.focus();
  }
  const trail = {
    seen: new Map<Element, string>(),
    isRound: false,
    looksOf,
    stop: new AbortController(),
  };
  globalThis.window.focusTrail = trail;
  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    if (trail.seen.has(target)) trail.isRound = true;
    else trail.seen.set(target, looksOf(target));
  };
  document.addEventListener('focusin', note, { signal: trail.stop.signal });

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

/** Runs in the window: what looks the same without the focus. */
function compareFocus(): readonly string[] {
  const trail = globalThis.window.focusTrail;
  trail?.stop.abort();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (trail === undefined || trail.seen.size === 0) return ['nothing takes the focus'];
  return [...trail.seen]
    .filter(([element, looks]) => element.isConnected && trail.looksOf(element) === looks)
    .map(([element]) => element.outerHTML.slice(0, 120));
}
