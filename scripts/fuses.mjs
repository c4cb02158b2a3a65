/**
 * The fuses of an Electron program: one letter each, behind a mark that Electron puts into every build.
 * Written by hand because it is a dozen lines, and the package that does it comes along with electron-builder
 * only, not with ours.
 */
import { open } from 'node:fs/promises';

const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
/** In the order in which they lie in the program, as Electron documents it. */
const names = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
];
const [off, on] = ['0', '1'];

/** Switches fuses of the program on and off; throws when it has none of that name. */
export async function setFuses(program, wanted) {
  const file = await open(program, 'r+');
  try {
    const bytes = await file.readFile();
    for (const [name, isOn] of Object.entries(wanted)) {
      const at = placeOf(bytes, name);
      await file.write(isOn ? on : off, at, 'latin1');
    }
  } finally {
    await file.close();
  }
}

/** The place of a fuse: after the mark come a version, how many there are, and one letter for each. */
function placeOf(bytes, name) {
  const start = bytes.indexOf(mark);
  const index = names.indexOf(name);
  const head = start + mark.length;
  if (start < 0 || index < 0 || bytes[head] !== 1 || index >= bytes[head + 1]) {
    throw new Error(`This Electron has no fuse ${name}.`);
  }
  const place = head + 2 + index;
  if (![off, on].includes(String.fromCharCode(bytes[place]))) {
    throw new Error(`The fuse ${name} was removed from this Electron.`);
  }
  return place;
}
