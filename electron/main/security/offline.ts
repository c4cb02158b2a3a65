import { app, type Session, type WebContents } from 'electron';
import { appOrigin } from '@shared/platform/platform';

/**
 * Chromium asks for things by itself, whatever the page does: a dictionary for the spelling checker, the
 * proxy of the house, whether there is IPv6. Each is shut where it comes from; and below all of them no
 * name is resolved and no address taken for one, so that what is added one day finds no way out either.
 */
const switches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  // A hint in a page would have it asked whether there is IPv6 before the rule above refuses the name.
  ['blink-settings', 'dnsPrefetchingEnabled=false'],
  // What looks about in the network of the house.
  ['disable-features', 'AsyncDns,DnsOverHttpsUpgrade,WebRtcHideLocalIpsWithMdns'],
];

/** Features that reach files of the machine and that our page has no use for: then nobody in it can ask. */
export const unusedByThePage = 'FileSystemAccess,FileSystemAccessLocal';

/** Before Electron is ready: what is read once, at its start. */
export function goOffline(): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}

/** The checker fetches a dictionary for each new session even while it is off, unless it has no language. */
export function keepOffline(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  // Should one be asked for all the same, it is looked for among our own files.
  session.setSpellCheckerDictionaryDownloadURL(`${appOrigin}/dictionaries/`);
}

/** Calls between pages go by proxies only, and there is none. */
export function withoutCalls(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
