import { join } from 'node:path';
import * as z from 'zod';
import { instant } from '../clock';
import { writeFailure } from '../files/io-failure';
import { type JsonFile, jsonFile } from '../files/json-file';
import type { Replacing } from '../files/replace-file';

const day = 24 * 60 * 60 * 1000;
const week = 7 * day;

const healthSchema = z.object({
  /** UTC instant since when no backup could be made, '' when the last one was made. */
  failingSince: z.string(),
  /** UTC instant at which one was last read back whole, '' before the first. */
  readBackAt: z.string(),
});
type Health = z.output<typeof healthSchema>;

export interface HealthOutlets {
  /** Tells the window in words; '' = all is well again. */
  readonly tell: (message: string) => void;
  readonly log: (line: string) => void;
}

/** Remembers over starts since when backups fail and when one was last read back, and says so in time. */
export class BackupHealth {
  readonly #tools: Replacing;
  readonly #file: JsonFile<Health>;
  readonly #outlets: HealthOutlets;
  #failing = '';
  #broken = '';
  #told = '';

  constructor(tools: Replacing, userData: string, outlets: HealthOutlets) {
    this.#tools = tools;
    this.#outlets = outlets;
    const empty: Health = { failingSince: '', readBackAt: '' };
    this.#file = jsonFile(tools, join(userData, 'backup-health.json'), {
      schema: healthSchema,
      empty,
    });
  }

  async noteMade(): Promise<void> {
    const health = await this.#file.read();
    if (health.failingSince !== '') await this.#write({ ...health, failingSince: '' });
    this.#failing = '';
    this.#tell();
  }

  /** A backup could not be made; after a day of that the teacher hears of it. */
  async noteFailed(why: string): Promise<void> {
    const now = this.#tools.clock.now();
    const health = await this.#file.read();
    const since = Date.parse(health.failingSince);
    // A clock that was set back counts from now: what counts is that a day goes by without one.
    const isRunning = since <= now;
    if (!isRunning) await this.#write({ ...health, failingSince: instant(now) });
    else if (now - since >= day) this.#failing = `已经一天以上没有做成备份。${why}`;
    this.#tell();
  }

  /** True once a week. */
  async isReadBackDue(): Promise<boolean> {
    const { readBackAt } = await this.#file.read();
    return !(Math.abs(this.#tools.clock.now() - Date.parse(readBackAt)) < week);
  }

  /** `broken` = the name of a backup that could not be read back, null when it could. */
  async noteReadBack(broken: string | null): Promise<void> {
    const health = await this.#file.read();
    await this.#write({ ...health, readBackAt: instant(this.#tools.clock.now()) });
    this.#broken =
      broken === null
        ? ''
        : `备份“${broken}”读不出来了，可能是磁盘有问题；项目文件和别的备份没有动。可以在设置里把备份放到别的磁盘。`;
    this.#tell();
  }

  async #write(health: Health): Promise<void> {
    try {
      await this.#file.write(health);
    } catch (error) {
      this.#outlets.log(`state of backups not noted: ${writeFailure(error).reason}`);
    }
  }

  #tell(): void {
    const message = `${this.#failing}${this.#broken}`;
    if (message === this.#told) return;
    this.#told = message;
    this.#outlets.tell(message);
  }
}
