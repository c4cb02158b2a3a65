import type { IpcReply, ShellBridge, ShellEvent } from '@shared/ipc/contract';
import { bridgeOf } from './platform/bridge';
import { startDraftsWorker } from './storage/start-drafts-worker';

/** What the window asks for before the rest of its program has run. */
export interface Begun {
  readonly bridge: ShellBridge;
  readonly draftsWorker: Worker;
  /** The answer to the first `app:info`; it waits in here when the shell has gone. */
  readonly info: Promise<IpcReply<'app:info'>>;
  /** Hands over what the shell has sent so far and lets the rest through. */
  readonly listen: (listener: (event: ShellEvent) => void) => void;
}

/**
 * Imported right after what must come first: shell and drafts get ready while the program of the
 * window is still being read. Undefined when the page stands alone in a browser.
 */
export const begun: Begun | undefined = begin();

function begin(): Begun | undefined {
  const bridge = bridgeOf(window);
  if (bridge === undefined) return undefined;
  const early: ShellEvent[] = [];
  let hear = (event: ShellEvent) => {
    early.push(event);
  };
  bridge.onShellEvent((event) => {
    hear(event);
  });
  const info = bridge['app:info']();
  // Who asks gets the failure; until then nobody is there to take it.
  info.catch(() => undefined);
  return {
    bridge,
    draftsWorker: startDraftsWorker(),
    info,
    listen(listener) {
      hear = listener;
      early.splice(0).forEach(listener);
    },
  };
}
