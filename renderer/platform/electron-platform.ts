import { fail } from '@shared/core/kernel/result';
import type { IpcChannel, IpcReply, ShellBridge } from '@shared/ipc/contract';
import type { Platform } from './platform';

type AnyCall = (...args: readonly unknown[]) => Promise<IpcReply<IpcChannel>>;

/**
 * The shell behind the port. Replies are values already; a call that never reaches the shell (it has
 * gone away) becomes a named failure too, so that no caller has to catch.
 */
export function createElectronPlatform(bridge: ShellBridge): Platform {
  const { onShellEvent, ...asked } = bridge;
  const calls: Record<string, unknown> = { onShellEvent };
  for (const [channel, call] of Object.entries(asked)) calls[channel] = guarded(call as AnyCall);
  return Object.freeze(calls) as unknown as Platform;
}

function guarded(call: AnyCall): AnyCall {
  return async (...args) => {
    try {
      return await call(...args);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return fail({
        reason: 'unexpected',
        message: `程序内部没有应答（${detail}）。请重新打开工学课坊。`,
      });
    }
  };
}
