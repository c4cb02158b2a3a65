import { jsonExcess, outsideJson } from '@shared/core/kernel/json-scan';
import { measure } from '../ipc/measure';

const type = 'application/x-gongxue-fragment+json';
const mark = /<meta name="application\/x-gongxue-fragment\+json" content="([0-9A-Za-z+/]*={0,2})">/;
const mostBytes = 100_000_000;

/**
 * The fragment travels inside the HTML, as a mark that other programs pass over: Electron puts either
 * text and HTML on the clipboard or a form of one's own, never both.
 */
export function htmlCarrying(html: string, fragment: string | null): string {
  if (fragment === null) return html;
  const content = Buffer.from(fragment, 'utf8').toString('base64');
  return `<meta name="${type}" content="${content}">${html}`;
}

/** Takes HTML from the clipboard apart; a mark that holds no fragment of ours counts as none. */
export function withoutFragment(html: string): {
  readonly html: string;
  readonly fragment: string | null;
} {
  const found = mark.exec(html);
  if (found === null) return { html, fragment: null };
  const rest = html.slice(0, found.index) + html.slice(found.index + found[0].length);
  const fragment = Buffer.from(found[1] ?? '', 'base64').toString('utf8');
  return { html: rest, fragment: isFragment(fragment) ? fragment : null };
}

/** True for JSON that says it is a fragment and holds no forbidden key; the window reads the rest of it. */
export function isFragment(text: string): boolean {
  // Counted before anything is built of it: any program may have put it there.
  if (jsonExcess(text, outsideJson) !== null) return false;
  try {
    const value: unknown = JSON.parse(text);
    if (measure(value, mostBytes) !== 'fine' || typeof value !== 'object') return false;
    return value !== null && 'format' in value && value.format === 'gongxue-fragment';
  } catch {
    return false;
  }
}
