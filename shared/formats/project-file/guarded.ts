import { fail, ok, type Result } from '../../core/kernel/result';
import { FileProblem, type ProjectFileFailure } from './failure';

/** Runs reading or writing code and returns the named failure it stopped with as a value; bugs go on as errors. */
export function guarded<Value>(work: () => Value): Result<Value, ProjectFileFailure> {
  try {
    return ok(work());
  } catch (error) {
    if (error instanceof FileProblem) return fail(error.failure);
    throw error;
  }
}

/** The same for work that waits for the disk. */
export async function guardedAsync<Value>(
  work: () => Promise<Value>,
): Promise<Result<Value, ProjectFileFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof FileProblem) return fail(error.failure);
    throw error;
  }
}
