import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const processorSeconds = 45;

/**
 * What a teacher pastes may be a hundred thousand blanks. A pattern such as `\s*\n` looks for the line end
 * from each of them again: seconds at first, minutes for a little more. The process that tries all patterns
 * is ended when one of them keeps it; the last line then names it.
 */
it('no pattern in shared and renderer looks at a long row again from each of its places', () => {
  const child = fileURLToPath(new URL('./try-patterns.mjs', import.meta.url));
  // Seconds of the processor, so that a busy machine changes nothing; all together take a quarter of it.
  const limited = `ulimit -t ${String(processorSeconds)}; exec "$0" "$@"`;
  const command = ['-c', limited, process.execPath, child, 'shared', 'renderer'];
  const { stdout } = spawnSync('sh', command, { encoding: 'utf8' });
  expect(stdout.trim().split('\n').at(-1)).toMatch(/^tried \d{2,}$/);
}, 600_000);
