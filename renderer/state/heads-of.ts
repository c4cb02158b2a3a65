import type { Drafts } from './drafts';

/** Drafts that cannot be read are no reason not to open the file. */
export async function headsOf(drafts: Drafts): ReturnType<Drafts['heads']> {
  try {
    return await drafts.heads();
  } catch {
    return [];
  }
}
