import national from '../../../templates/papers/course-standard.national.json';
import tili2 from '../../../templates/papers/course-standard.tili2.json';
import { type Layout, layoutSchema } from './layout';

const stored: readonly unknown[] = [national, tili2];

/** Layouts are read when first asked for: reading them has to wait until the app has set zod up. */
const read = new Map<string, Layout>();

/** A shipped layout by id, or undefined. */
export function findLayout(id: string): Layout | undefined {
  if (read.size === 0) {
    for (const layout of stored.map((one) => layoutSchema.parse(one))) read.set(layout.id, layout);
  }
  return read.get(id);
}
