import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** After so long the graphics of a machine are tried again: drivers get mended. In milliseconds. */
const validFor = 7 * 24 * 60 * 60 * 1000;

/** What an earlier start found out about the graphics of this machine. */
export interface GraphicsNote {
  /** True when there were none that Chromium could use, with this Electron and not long ago. */
  readonly foundNone: () => boolean;
  /** Keeps what a start that has tried them found. */
  readonly keep: (found: boolean) => void;
}

/**
 * `graphics.json` in the profile. It is read before Electron is ready, so at once and without the port to the
 * disk; what cannot be read counts as not there, and one that cannot be written costs the next start some time.
 */
export function graphicsNote(
  userData: string,
  { electron, now }: { readonly electron: string; readonly now: () => number },
): GraphicsNote {
  const path = join(userData, 'graphics.json');
  return {
    foundNone: () => {
      const note = readNote(path);
      if (note?.electron !== electron || typeof note.none !== 'number') return false;
      const age = now() - note.none;
      return age >= 0 && age < validFor;
    },
    keep: (found) => {
      try {
        if (found) rmSync(path, { force: true });
        else writeFileSync(path, `${JSON.stringify({ electron, none: now() })}\n`);
      } catch {
        // Nothing of the work is in it, and there is nobody to tell.
      }
    },
  };
}

function readNote(path: string): { readonly electron?: unknown; readonly none?: unknown } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof readNote>;
  } catch {
    return null;
  }
}
