import { startWorker } from '../../platform/start-worker';
import workerUrl from './checks-worker?worker&url';

/** Starts the worker that runs the rules. */
export function startChecksWorker(): Worker {
  return startWorker(workerUrl);
}
