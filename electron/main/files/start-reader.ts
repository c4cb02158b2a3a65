import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { ReadReply } from '../../reader/protocol';
import type { Reader } from '../../reader/read-apart';

/** Starts the program that reads project files in a process of Electron's own kind, without a window. */
export function startReader(heapMegabytes: number): Reader {
  const child = utilityProcess.fork(join(__dirname, '..', 'reader', 'reader.cjs'), [], {
    execArgv: [`--max-old-space-size=${String(heapMegabytes)}`],
    stdio: 'ignore',
    serviceName: 'gongxue-reader',
  });
  return {
    send: (bytes) => {
      child.postMessage(bytes);
    },
    onReply: (hear) => {
      child.once('message', (reply) => {
        hear(reply as ReadReply);
      });
    },
    onExit: (hear) => {
      child.once('exit', hear);
    },
    kill: () => {
      child.kill();
    },
  };
}
