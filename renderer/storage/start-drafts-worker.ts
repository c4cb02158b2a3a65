import { startWorker } from '../platform/start-worker';
import workerUrl from './drafts-worker?worker&url';

/** Starts the worker that keeps the drafts. */
export function startDraftsWorker(): Worker {
  return startWorker(workerUrl);
}
