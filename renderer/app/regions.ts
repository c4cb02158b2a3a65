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

const preferred: Readonly<Record<Region, string>> = {
  outline: '[role=treeitem][tabindex="0"]',
  page: '.page-scroll input, .page-scroll textarea',
  side: '[role=tab][tabindex="0"]',
};

/** The region after (or before) the one that has the focus. */
export function nextRegion(by: 1 | -1): void {
  const order = (Object.keys(regionIds) as Region[]).filter(
    (region) => document.getElementById(regionIds[region]) !== null,
  );
  const at = order.findIndex((region) =>
    document.getElementById(regionIds[region])?.contains(document.activeElement),
  );
  const next = order[(at + by + order.length) % order.length];
  if (next !== undefined) focusRegion(next);
}
