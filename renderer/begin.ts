import type { IpcReply, ShellEvent } from '@shared/ipc/contract';
import { bridgeOf } from './platform/bridge';
import { createElectronPlatform } from './platform/electron-platform';
import type { Platform } from './platform/platform';
import type { Drafts } from './state/drafts';
import { brokenWords } from './state/broken-words';
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
 * window is still being read. The problem in words when the page stands alone in a browser, or the shell cannot be reached.
 */
export const begun: Begun | { readonly problem: string } = beginIn(window);

/** A throw here would leave an empty window: what came in its way is said instead. */
export function beginIn(scope: object): Begun | { readonly problem: string } {
  try {
    return begin(scope) ?? { problem: '请从工学课坊的图标打开，这个页面不能单独使用。' };
  } catch (error) {
    return { problem: brokenWords(error) };
  }
}

function begin(scope: object): Begun | undefined {
  const bridge = bridgeOf(scope);
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
  const opened = info.then((answer) => openNamed(answer, platform, drafts));
  // Whoever takes it says what happened; until then nobody has to hear of it.
  opened.catch(() => undefined);
  return { info, opened };
}

async function openNamed(info: IpcReply<'app:info'>, platform: Platform, drafts: Drafts) {
  const handle = info.ok ? info.value.openAtStart : null;
  if (handle === null) return null;
  const heads = await headsOf(drafts);
  return platform['project:open']({ handle, drafts: [...heads] });
}
