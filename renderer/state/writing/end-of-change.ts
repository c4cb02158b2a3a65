/** Where a change of a text ends: behind what is new, before the tail both have. */
export function endOfChange(before: string, after: string): number {
  let tail = 0;
  const most = Math.min(before.length, after.length);
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return after.length - tail;
}
