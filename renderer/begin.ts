import type { IpcReply, ShellEvent } from '@shared/ipc/contract';
import { bridgeOf } from './platform/bridge';
import { createElectronPlatform } from './platform/electron-platform';
import type { Platform } from './platform/platform';
import type { Drafts } from './state/drafts';
import { headsOf } from './state/heads-of';
import { after } from './storage/after';
import { startDraftsWorker } from './storage/start-drafts-worker';
import type { WindowRows } from './storage/window-rows';
import { createWorkerDrafts } from './storage/worker-drafts';

/** The first questions to the shell, and its answers to come. */
export interface FirstAnswers {
  readonly info: Promise<IpcReply<'app:info'>>;
  /** The file the app was started with, asked for as soon as `info` names it; null when it names none. */
  readonly opened: Promise<IpcReply<'project:open'> | null>;
}

/** What the window asks for before the rest of its program has run. */
export interface Begun {
  /** The shell; what it says without being asked is kept until somebody listens. */
  readonly platform: Platform;
  readonly drafts: Drafts;
  readonly windowRows: WindowRows;
  readonly first: FirstAnswers;
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
  const platform = createElectronPlatform({
    ...bridge,
    onShellEvent(listener) {
      hear = listener;
      early.splice(0).forEach(listener);
      return () => {
        hear = () => undefined;
      };
    },
  });
  const { drafts, windowRows } = createWorkerDrafts(startDraftsWorker, after);
  return { platform, drafts, windowRows, first: askFirst(platform, drafts) };
}

function askFirst(platform: Platform, drafts: Drafts): FirstAnswers {
  const info = platform['app:info']();
  return { info, opened: info.then((answer) => openNamed(answer, platform, drafts)) };
}

async function openNamed(info: IpcReply<'app:info'>, platform: Platform, drafts: Drafts) {
  const handle = info.ok ? info.value.openAtStart : null;
  if (handle === null) return null;
  const heads = await headsOf(drafts);
  return platform['project:open']({ handle, drafts: [...heads] });
}
