/** Scrolls as little as is needed. What has the focus already is not brought into sight by giving it again. */
export function keepInSight(element: Element | null): void {
  // Without a layout (tests of pages) there is nothing to scroll.
  if (element !== null && 'scrollIntoView' in element) {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
