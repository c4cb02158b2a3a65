import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { TestHome } from '../e2e/harness/launch';

/**
 * Homes as they are now, with their links and times, to begin several trials from the same state. They
 * come back at the same paths, which stand in their profiles.
 */
export class KeptHomes {
  private constructor(
    readonly homes: readonly TestHome[],
    readonly folder: string,
  ) {}

  static async keep(...homes: readonly TestHome[]): Promise<KeptHomes> {
    const folder = await mkdtemp(join(tmpdir(), 'gongxue-kept-'));
    for (const { home } of homes) copyWhole(home, join(folder, basename(home)));
    return new KeptHomes(homes, folder);
  }

  /** Puts each home back to the state it was kept in. */
  async bringBack(): Promise<void> {
    for (const { home } of this.homes) {
      await rm(home, { recursive: true });
      copyWhole(join(this.folder, basename(home)), home);
    }
  }

  /** Deletes what was kept and the homes themselves. */
  async remove(): Promise<void> {
    for (const home of this.homes) await home.remove();
    await rm(this.folder, { recursive: true });
  }
}

function copyWhole(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}
