import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ReadReply } from '../reader/protocol';
import type { Reader } from '../reader/read-apart';

/** Starts the program that reads project files, which is built beside the command line. */
export function startReader(heapMegabytes: number): Reader {
  return startProgram(join(__dirname, '..', 'reader', 'reader.cjs'), heapMegabytes);
}

/** Starts a program that reads project files by Node. */
export function startProgram(program: string, heapMegabytes: number): Reader {
  const child = fork(program, [], {
    execArgv: [`--max-old-space-size=${String(heapMegabytes)}`],
    serialization: 'advanced',
    // What V8 writes when its memory is spent is for nobody: the caller says it in words.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    send: (bytes) => {
      child.send(bytes);
    },
    onReply: (hear) => {
      child.once('message', (reply) => {
        hear(reply as ReadReply);
      });
    },
    onExit: (hear) => {
      child.once('exit', hear);
      child.once('error', hear);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
