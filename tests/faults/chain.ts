import type { LaunchOptions, RunningApp } from '../e2e/harness/launch';
import { expectBackupsRestore, expectNewBackupsRestore } from './backups';
import { orEnded, type Proven, proveRestart, startOn } from './three-homes';
import { fieldLabels } from './typist';

type Start = () => Promise<RunningApp>;

/**
 * Faults dealt one after another to one home. Each start after a fault proves that nothing is lost,
 * saves, and goes on to the next fault: the three restarts after a fault are the starts of the next
 * two and one more, so twenty faults need twenty-three starts, not eighty, and a restart may itself be
 * cut short. After the last fault `end` makes up the restarts that are still owed.
 */
export class FaultChain {
  readonly #startOnFile: Start;
  #app: RunningApp | undefined;
  #starts = 0;
  /** The backups that were restored after an earlier fault; after the last one all are restored once more. */
  readonly #restored = new Set<string>();

  constructor(
    readonly proven: Proven,
    options: Partial<LaunchOptions> = {},
  ) {
    this.#startOnFile = () => startOn(proven.home, proven.file, options);
  }

  /**
   * Deals one fault to the running program, which is dead when `deal` resolves; then the first restart,
   * on the file unless `start` begins otherwise.
   */
  async fault(
    deal: (app: RunningApp) => Promise<void>,
    start: Start = this.#startOnFile,
  ): Promise<void> {
    await this.use(deal);
    this.#app = undefined;
    await this.#restart(start);
    await expectNewBackupsRestore(this.proven.home, this.proven.witness, this.#restored);
  }

  /** Works with the running program, which lives on unless the work fails. */
  async use(work: (app: RunningApp) => Promise<void>): Promise<void> {
    const app = await this.running();
    this.#app = undefined;
    await orEnded(app, () => work(app));
    this.#app = app;
  }

  /** Closes the running program by the cross of its window, as a teacher does, and starts it again. */
  async reopen(): Promise<void> {
    await this.#close();
    await this.#restart();
  }

  /** The second and the third restart after the last fault, each closed by hand. */
  async end(): Promise<void> {
    await this.running();
    await this.reopen();
    await this.reopen();
    await this.#close();
    await expectBackupsRestore(this.proven.home, this.proven.witness);
  }

  /** The program after the last restart; started when none runs. */
  async running(): Promise<RunningApp> {
    return this.#app ?? (await this.#restart());
  }

  async #restart(start: Start = this.#startOnFile): Promise<RunningApp> {
    const app = await start();
    const label = fieldLabels[this.#starts % fieldLabels.length] ?? fieldLabels[0];
    this.#starts += 1;
    await orEnded(app, () => proveRestart(app, this.proven, label));
    this.#app = app;
    return app;
  }

  async #close(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }
}
