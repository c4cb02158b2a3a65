import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

export type Packed = 'open' | 'fused';

const output = join(process.cwd(), '.cache', 'package-test');
const built = new Map<Packed, string>();

/** Packs with our own script, as `npm run package` does; once for all files that try it. Returns the program. */
export function packed(kind: Packed): string {
  const known = built.get(kind);
  if (known !== undefined) return known;
  const script = `
    import { packLinuxFolder } from './scripts/package.mjs';
    const output = process.argv[1];
    const built = await packLinuxFolder({ output, open: ${String(kind === 'open')}, build: ${String(built.size === 0)} });
    process.stdout.write(built);`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, join(output, kind)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  if (built.size === 0) {
    process.once('exit', () => {
      rmSync(output, { recursive: true, force: true });
    });
  }
  const program = stdout.trim().split('\n').at(-1) ?? '';
  built.set(kind, program);
  return program;
}
