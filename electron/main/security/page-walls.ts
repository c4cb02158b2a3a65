import type { WebContents } from 'electron';

/**
 * What no switch, policy or handler shuts, and what code in the page could use without the shell hearing
 * of it. RTCPeerConnection looks about in the network as soon as one is made.
 */
const taken: readonly string[] = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'WebTransport',
  'webkitSpeechRecognition',
];

/** Runs in every frame before any of its code, also in empty ones that code in the page makes for itself. */
const takeAway = `for (const name of ${JSON.stringify(taken)}) delete globalThis[name];`;

/**
 * Shuts them by way of the protocol of the developer tools, the only hand that reaches into each frame
 * before the page does. A file picker that the page asks for is heard by it and not shown, and so are
 * message boxes of the page: ours has neither.
 */
export function wallIn({ debugger: hand }: WebContents, log: (line: string) => void): void {
  const ask = (command: string, given: object = {}) => {
    hand.sendCommand(command, given).catch((error: unknown) => {
      log(`page not walled in, ${command}: ${String(error)}`);
    });
  };
  hand.on('message', (_event, method) => {
    if (method !== 'Page.javascriptDialogOpening') return;
    ask('Page.handleJavaScriptDialog', { accept: false });
  });
  hand.attach('1.3');
  ask('Page.enable');
  ask('Page.addScriptToEvaluateOnNewDocument', { source: takeAway, runImmediately: true });
  ask('Page.setInterceptFileChooserDialog', { enabled: true });
}
