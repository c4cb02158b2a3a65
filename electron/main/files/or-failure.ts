import { fail, ok, type Result } from '@shared/core/kernel/result';
import type { IpcFailure } from '@shared/ipc/contract';
import { readFailure, writeFailure } from './io-failure';

/** Does something that writes; a trouble with the disk becomes an answer in words. */
export async function orWriteFailure<Value>(
  action: () => Promise<Value>,
): Promise<Result<Value, IpcFailure>> {
  try {
    return ok(await action());
  } catch (error) {
    return fail(writeFailure(error));
  }
}

/** The same for something that reads. */
export async function orReadFailure<Value>(
  action: () => Promise<Value>,
): Promise<Result<Value, IpcFailure>> {
  try {
    return ok(await action());
  } catch (error) {
    return fail(readFailure(error));
  }
}
