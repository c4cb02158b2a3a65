import type { ShellBridge } from '@shared/ipc/contract';
import { bridgeName } from '@shared/platform/platform';

/** The bridge of the preload, or undefined in a plain browser and in unit tests. */
export function bridgeOf(scope: object): ShellBridge | undefined {
  return (scope as Readonly<Record<string, ShellBridge | undefined>>)[bridgeName];
}
