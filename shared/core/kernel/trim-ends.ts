export type Ends = 'start' | 'end' | 'both';

/**
 * A text without what stands at its ends and belongs to a set, unit by unit. A pattern like `[。\s]+$`
 * does the same, but tries again from every mark of a long row of them.
 */
export function trimEnds(text: string, isEdge: (unit: string) => boolean, ends: Ends): string {
  let from = 0;
  let to = text.length;
  if (ends !== 'start') while (to > 0 && isEdge(text.charAt(to - 1))) to -= 1;
  if (ends !== 'end') while (from < to && isEdge(text.charAt(from))) from += 1;
  return text.slice(from, to);
}
