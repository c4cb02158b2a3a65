import { coursePages } from './course-pages';
import { levelPages } from './level-pages';
import { furtherMajorPages, majorPages } from './major-pages';
import type { PageEntry } from './page-entry';

/**
 * Every page of a record, in the order of the 专业课程标准 and of the outline. A page is added here and nowhere
 * else: with a form, or with pieces of its own that `features/pages/own-pieces.tsx` draws.
 */
export const pageEntries: readonly PageEntry[] = [
  ...majorPages,
  ...levelPages,
  ...coursePages,
  ...furtherMajorPages,
];
