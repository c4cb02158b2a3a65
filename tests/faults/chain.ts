import type { RunningApp, TestHome } from '../e2e/harness/launch';
import { expectBackupsRestore } from './backups';
import { orEnded, proveRestart, startOn } from './three-homes';
import { fieldLabels, type Witness } from './typist';

/**
 * Faults dealt one after another to one home. Each start after a fault proves that nothing is lost,
 * saves, and goes on to the next fault: the three restarts after a fault are the starts of the next
 * two and one more, so twenty faults need twenty-three starts, not eighty, and a restart may itself be
 * cut short. After the last fault `end` makes up the restarts that are still owed.
 */
export class FaultChain {
  #app: RunningApp | undefined;
  #starts = 0;

  constructor(
    readonly home: TestHome,
    readonly file: string,
    readonly witness: Witness,
  ) {}

  /** Deals one fault to the running program, which is dead when `deal` resolves; then the first restart. */
  async fault(deal: (app: RunningApp) => Promise<void>): Promise<void> {
    const app = await this.running();
    this.#app = undefined;
    await orEnded(app, () => deal(app));
    await this.#restart();
    await expectBackupsRestore(this.home, this.witness);
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
    await expectBackupsRestore(this.home, this.witness);
  }

  /** The program after the last restart; started when none runs. */
  async running(): Promise<RunningApp> {
    return this.#app ?? (await this.#restart());
  }

  async #restart(): Promise<RunningApp> {
    const app = await startOn(this.home, this.file);
    const label = fieldLabels[this.#starts % fieldLabels.length] ?? fieldLabels[0];
    this.#starts += 1;
    await orEnded(app, () => proveRestart(app, this, label));
    this.#app = app;
    return app;
  }

  async #close(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }
}
