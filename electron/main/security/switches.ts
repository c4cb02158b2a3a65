/**
 * The switches an installed app takes: where its profile is, its language, and what makes a window show on
 * a machine with difficult graphics. All others are refused, those Chromium will have one day too: among
 * them are other code, other networks, a door for debuggers, a page without its sandbox.
 */
const accepted: ReadonlySet<string> = new Set([
  'user-data-dir',
  'lang',
  // Graphics and the desktop.
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'disable-dev-shm-usage',
  'use-gl',
  'use-angle',
  'force-device-scale-factor',
  'high-dpi-support',
  'force-color-profile',
  'disable-smooth-scrolling',
  'force-renderer-accessibility',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'wayland-text-input-version',
  'gtk-version',
  'class',
  'name',
  // Given by the system or the installer when they start the app.
  'original-process-start-time',
  'updated',
  'force-run',
]);
/** macOS names the process of a double click so. */
const ofFinder = /^psn_\d+_\d+$/;

/** The switches on a command line that an installed app does not take; when there is one it does not start. */
export function refusedSwitches(
  commandLine: readonly string[],
  platform: string,
): readonly string[] {
  const end = commandLine.indexOf('--');
  const before = end < 0 ? commandLine : commandLine.slice(0, end);
  // Chromium reads a switch after a slash as well, on Windows.
  const mark = platform === 'win32' ? /^(?:--?|\/)(?=.)/ : /^--?(?=.)/;
  return before
    .filter((word) => mark.test(word))
    .map((word) => word.replace(mark, '').split('=')[0]?.toLowerCase() ?? '')
    .filter((name) => !accepted.has(name) && !ofFinder.test(name));
}

/** What a person reads who started the app with such a switch. */
export function refusal(refused: readonly string[]): string {
  return (
    `工学课坊不接受这个启动参数：${refused.map((name) => `--${name}`).join(' ')}\n` +
    '带着它，别的程序就能看到或改动正在写的内容。请从菜单、图标或项目文件打开；如果快捷方式里写了它，请把它删去。'
  );
}

/** The project files named on a command line; switches and everything else are left alone. */
export function projectArguments(commandLine: readonly string[]): readonly string[] {
  return commandLine.filter((word) => !word.startsWith('-') && /\.gxk$/i.test(word));
}
