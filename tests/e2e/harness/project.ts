import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Writes a project file out of a shipped sample by the command line, as a colleague would send it. */
export function newFromSample(id: string, file: string): void {
  const folder = process.env.GONGXUE_APP_FOLDER ?? '';
  const cli = join(folder, 'dist', 'cli', 'gongxue.cjs');
  execFileSync(process.execPath, [cli, 'new', '--sample', id, '--out', file], { stdio: 'pipe' });
}
