/** Scrolls as little as is needed. What has the focus already is not brought into sight by giving it again. */
export function keepInSight(element: Element | null): void {
  // Without a layout (tests of pages) there is nothing to scroll.
  if (element !== null && 'scrollIntoView' in element) {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

/** A cell that is gone to is not left under the heads and names that stay at the edges of its table. */
export function keepUncovered(cell: Element): void {
  const frame = cell.closest('.page-scroll');
  const name = cell.closest('tr')?.querySelector('th');
  const heads = cell.closest('table')?.tHead;
  if (frame === null || !name || !heads) return;
  const { left, top } = cell.getBoundingClientRect();
  const under = Math.max(0, name.getBoundingClientRect().right - left);
  const below = Math.max(0, heads.getBoundingClientRect().bottom - top);
  if (under > 0 || below > 0) frame.scrollBy({ left: -under, top: -below });
}
