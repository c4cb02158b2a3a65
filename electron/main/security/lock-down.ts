import { app, type Session, type WebContents } from 'electron';
import { appScheme } from '@shared/platform/platform';
import { keepOffline, withoutCalls } from './offline';

const localSchemes: readonly string[] = [`${appScheme}:`, 'blob:', 'data:'];

/** Shuts what Chromium leaves open in a session: permissions, devices, downloads, network. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isLocal(details.url) });
  });
  keepOffline(session);
}

function isLocal(url: string): boolean {
  return localSchemes.some((scheme) => url.startsWith(scheme)) || isDeveloperTools(url);
}

function isDeveloperTools(url: string): boolean {
  return !app.isPackaged && url.startsWith('devtools:');
}

/** Nothing navigates, opens a window or embeds a page, in whatever contents come to be. */
export function lockContents(contents: WebContents): void {
  const refuse = (event: { readonly preventDefault: () => void }) => {
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  withoutCalls(contents);
}
