import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The calls by which bytes, or only a question, could leave the machine. */
const calls = 'connect,sendto,sendmsg,sendmmsg,listen';

/** A program whose calls to the system are written down, with all its children. */
export interface Traced {
  /** Start this instead of the program. */
  readonly program: string;
  /** Every call that reached for a network, or asked the system to resolve a name. */
  readonly outgoing: () => readonly string[];
  /** Ports on which the program listened for other programs of this machine. */
  readonly listeners: () => readonly string[];
  /** How many calls were seen; a trace of nothing proves nothing. */
  readonly seen: () => number;
}

/** What cannot be tried here is not passed over: the trial fails and says what is missing. */
function requireTracing(): void {
  const { status, stderr } = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], {
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new Error(
    `这台机器不能跟踪系统调用（strace、ptrace），因此不能证明程序不上网。\n` +
      `System calls cannot be traced here (strace, ptrace): ${stderr || 'no strace'}`,
  );
}

/** Traces a program into `folder`; `as` names the account it runs as when we are root. */
export function traced(program: string, folder: string, as?: string): Traced {
  requireTracing();
  const log = join(folder, 'calls.trace');
  const start = join(folder, 'traced.sh');
  const account = as === undefined ? '' : `-u ${as} `;
  writeFileSync(
    start,
    `#!/bin/sh\nexec strace -f -qq --seccomp-bpf -yy ${account}-e trace=${calls} -o '${log}' '${program}' "$@"\n`,
  );
  chmodSync(start, 0o755);
  const lines = () => readFileSync(log, 'utf8').split('\n');
  const listeners = () =>
    lines().flatMap((line) => /listen\(\d+<TCP:\[127\.0\.0\.1:(\d+)\]/.exec(line)?.[1] ?? []);
  return {
    program: start,
    seen: () => lines().length,
    listeners,
    outgoing: () => {
      const ports = listeners();
      return lines().filter((line) => reachesOut(line) && !answersLocally(line, ports));
    },
  };
}

const internet = /sa_family=AF_INET6?\b|^\d+ +\w+\(\d+<(?:UDP|TCP|RAW|PING)/;
/** Programs of the system that resolve names for others, by a door of their own. */
const resolver = /systemd\/resolve|avahi-daemon|resolve1/;

function reachesOut(line: string): boolean {
  return internet.test(line)
    ? !/^\d+ +listen\(\d+<TCP:\[127\.0\.0\.1:/.test(line)
    : resolver.test(line);
}

/** True for an answer to a program of this machine that came in by one of these ports. */
function answersLocally(line: string, ports: readonly string[]): boolean {
  return ports.some((port) => line.includes(`<TCP:[127.0.0.1:${port}->127.0.0.1:`));
}
