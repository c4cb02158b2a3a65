import type { Drafts } from '../state/drafts';

/** Drafts of which only the heads are there at once; the rest is made when first asked for, and again after a failure. */
export function lateDrafts(heads: Drafts['heads'], make: () => Promise<Drafts>): Drafts {
  let made: Promise<Drafts> | null = null;
  const rest = () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
  return {
    heads,
    read: async (copyId) => (await rest()).read(copyId),
    matches: async (standing, records) => (await rest()).matches(standing, records),
    rebuild: async (copy) => (await rest()).rebuild(copy),
    append: async (entries, standing) => (await rest()).append(entries, standing),
  };
}
