import { spawn, spawnSync } from 'node:child_process';

/** Thrown when a Debian package is missing; the words name the one command to run. */
export class SetupMissing extends Error {
  constructor(what) {
    super(
      `缺少 ${what}。请以 root 运行：bash scripts/setup-debian.sh\n` +
        `${what} is missing. As root, run: bash scripts/setup-debian.sh`,
    );
  }
}

/** True when a program of this name can be started. */
export function hasProgram(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

/**
 * Gives this process (and its children) a display: the one there is, else an own Xvfb.
 * Returns the function that ends it.
 */
export async function startDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY) return () => undefined;
  if (!hasProgram('Xvfb')) throw new SetupMissing('xvfb');
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-ac'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  process.env.DISPLAY = `:${number}`;
  server.removeAllListeners('exit');
  return () => {
    delete process.env.DISPLAY;
    server.kill();
  };
}
