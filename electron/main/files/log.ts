import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const largest = 1_000_000;

/** Makes a log in `userData/logs`; two files of a megabyte at most. Lines never carry content of a project. */
export function fileLog(userData: string, now: () => number): (line: string) => void {
  const folder = join(userData, 'logs');
  const path = join(folder, 'main.log');
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largest) {
        renameSync(path, join(folder, 'main.old.log'));
      }
      appendFileSync(path, `${new Date(now()).toISOString()} ${line}\n`);
    } catch {
      // A log that cannot be written must not stop the work; there is nowhere left to say so.
    }
  };
}

/** An error without its message, which may quote the file: name, code and the places it passed. */
export function trace(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const code = 'code' in error ? String(error.code) : '';
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name} ${code}`.trim(), ...places.slice(0, 8)].join(' | ');
}
