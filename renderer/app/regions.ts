/** The parts of the window that F6 and Ctrl+1/2/3 go to, in order. */
export const regionIds = {
  outline: 'region-outline',
  page: 'region-page',
  side: 'region-side',
} as const;

export type Region = keyof typeof regionIds;

const reachable =
  '[tabindex="0"], input:not([disabled]), textarea:not([disabled]), button:not([disabled]), select';

/** Puts the focus into a region: on its first place that takes it, else on the region itself. */
export function focusRegion(region: Region): void {
  const element = document.getElementById(regionIds[region]);
  const first = element?.querySelector<HTMLElement>(preferred[region]);
  (first ?? element?.querySelector<HTMLElement>(reachable) ?? element)?.focus();
}

/** True when the focus is somewhere in a region. */
export function hasFocus(region: Region): boolean {
  const element = document.getElementById(regionIds[region]);
  return element?.contains(document.activeElement) === true;
}

const preferred: Readonly<Record<Region, string>> = {
  outline: '[role=treeitem][tabindex="0"]',
  page: '.page-scroll input, .page-scroll textarea',
  side: '[role=tab][tabindex="0"]',
};

/** Remembers where the focus is, for commands that are given from a dialog. */
export function noteRegion({ target }: { readonly target: EventTarget | null }): void {
  const region = target instanceof Element ? target.closest(ids)?.id : undefined;
  if (region !== undefined) document.documentElement.dataset.lastRegion = region;
}

const ids = Object.values(regionIds)
  .map((id) => `#${id}`)
  .join();

/** The region after (or before) the one that has the focus, or had it last. */
export function nextRegion(by: 1 | -1): void {
  const order = (Object.keys(regionIds) as Region[]).filter(
    (region) => document.getElementById(regionIds[region]) !== null,
  );
  const { lastRegion } = document.documentElement.dataset;
  const here = document.activeElement?.closest(ids)?.id ?? lastRegion;
  const at = order.findIndex((region) => regionIds[region] === here);
  const next = order[(at + by + order.length) % order.length];
  if (next !== undefined) focusRegion(next);
}
