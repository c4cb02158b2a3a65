import { fail } from '@shared/core/kernel/result';
import {
  type IpcReply,
  type IpcChannel,
  ipcContract,
  type ShellBridge,
} from '@shared/ipc/contract';
import { bridgeName } from '@shared/platform/platform';
import type { Platform } from './platform';

type AnyCall = (...args: readonly unknown[]) => Promise<IpcReply<IpcChannel>>;

/**
 * The shell behind the port. Replies are values already; a call that never reaches the shell (it has
 * gone away) becomes a named failure too, so that no caller has to catch.
 */
export function createElectronPlatform(bridge: ShellBridge): Platform {
  const calls: Record<string, unknown> = {
    dropFile: guarded(bridge.dropFile),
    onShellEvent: bridge.onShellEvent,
  };
  for (const channel of Object.keys(ipcContract)) {
    const call = (bridge as unknown as Readonly<Record<string, AnyCall | undefined>>)[channel];
    if (call !== undefined) calls[channel] = guarded(call);
  }
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

/** The bridge of the preload, or undefined in a plain browser and in unit tests. */
export function bridgeOf(scope: object): ShellBridge | undefined {
  return (scope as Readonly<Record<string, ShellBridge | undefined>>)[bridgeName];
}
