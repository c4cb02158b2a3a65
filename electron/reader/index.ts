import '@shared/core/kernel/jitless';
import { createHash } from 'node:crypto';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import type { ReadReply } from './protocol';

/**
 * Reads project files for another process, which can end this one: it has limits of memory of its own,
 * and whoever waits for it has one of time. Nothing else is done here, nothing is written.
 */

/** How a process that Electron started hears and answers; one that Node started has `process.send`. */
interface ParentPort {
  readonly on: (event: 'message', hear: (message: { readonly data: unknown }) => void) => void;
  readonly postMessage: (reply: ReadReply) => void;
}

const { parentPort } = process as { readonly parentPort?: ParentPort };

function read(bytes: unknown): ReadReply {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('Only bytes are read here.');
  return readProjectFile(bytes, (content) => createHash('sha256').update(content).digest('hex'));
}

if (parentPort === undefined) {
  process.on('message', (bytes) => process.send?.(read(bytes)));
} else {
  parentPort.on('message', ({ data }) => {
    parentPort.postMessage(read(data));
  });
}
