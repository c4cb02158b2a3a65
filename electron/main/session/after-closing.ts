import type { Standing } from '@shared/core/changes/lineage';
import { writeFailure } from '../files/io-failure';
import type { Journal } from '../journal/journal';
import { pruneJournals } from '../journal/prune-journals';
import type { Services } from '../services';

/** What is done for later when a project was closed and its file holds everything; never throws. */
export async function afterClosing(
  services: Services,
  journal: Journal,
  closed: { readonly standing: Standing; readonly path: string },
): Promise<void> {
  try {
    await journal.noteWritten();
  } catch (error) {
    services.log(`journal description not written: ${writeFailure(error).reason}`);
  }
  try {
    await pruneJournals(services, closed);
  } catch (error) {
    services.log(`journals not pruned: ${writeFailure(error).reason}`);
  }
}
