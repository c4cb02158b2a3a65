/** Switches that would hand the program to somebody else: other code, other network, no walls. */
const dangerous: readonly string[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
  'host-resolver-rules',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'utility-cmd-prefix',
  'ppapi-plugin-launcher',
  'log-net-log',
  'unsafely-treat-insecure-origin-as-secure',
];

/** The dangerous switches on a command line; an installed app that finds one does not start. */
export function dangerousSwitches(commandLine: readonly string[]): readonly string[] {
  return commandLine
    .filter((word) => word.startsWith('-'))
    .map((word) => word.replace(/^-+/, '').split('=')[0]?.toLowerCase() ?? '')
    .filter((name) => dangerous.includes(name));
}

/** The project files named on a command line; switches and everything else are left alone. */
export function projectArguments(commandLine: readonly string[]): readonly string[] {
  return commandLine.filter((word) => !word.startsWith('-') && /\.gxk$/i.test(word));
}
