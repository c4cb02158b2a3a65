import type { Locator, Page } from 'playwright-core';
import { mark } from './trace';

/** One notch of a wheel, in CSS pixels. */
export const notch = 120;
const turns = 60;

/** Lets the page mark when a frame of scrolling begins and when it is over, by the name of what is scrolled. */
export function noteScrolling(prefix: string): void {
  addEventListener(
    'scroll',
    ({ target }) => {
      const name = target instanceof Element ? (target.getAttribute('aria-label') ?? '') : '';
      performance.mark(`${prefix}${name}`);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => performance.mark(`${prefix}drawn`);
        port2.postMessage(null);
      });
    },
    true,
  );
}

interface Turning {
  readonly pixels: number;
  /** What a turn is called in the trace. */
  readonly name: string;
}

/** Turns the wheel over a list, down to its end, up again and so on, so that every turn scrolls. */
export async function scroll(page: Page, list: Locator, { pixels, name }: Turning): Promise<void> {
  await list.hover();
  // Looked up once: looking through all the elements of a page falls into the frames that are measured.
  const element = await list.elementHandle();
  let down = 1;
  for (let turn = 0; turn < turns; turn += 1) {
    await mark(page, name);
    await page.mouse.wheel(0, pixels * down);
    await page.evaluate(nextFrame);
    await mark(page, 'between');
    const room = await element.evaluate(({ scrollTop, scrollHeight, clientHeight }) => ({
      above: scrollTop,
      below: scrollHeight - clientHeight - scrollTop,
    }));
    if (room.below < pixels) down = -1;
    else if (room.above < pixels) down = 1;
  }
}

/** Resolves when what was scrolled has been drawn. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  });
}
