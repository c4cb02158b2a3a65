import { join } from 'node:path';
import * as z from 'zod';
import { codeOf } from '../files/disk';
import { replaceFile, type Replacing, writeNew } from '../files/replace-file';
import type { JournalMeta } from './journal-files';

/**
 * Tells a profile from copies of it. `profile.mark` is written once and never touched again; what the
 * file system says of it (its number there and when it came to be) stands in `profile.json`. A copy,
 * a profile put back from a backup or moved to another disk has the note, but another file.
 *
 * Then the profile begins a new life: journals of the one before are read as ever, but nothing is
 * appended to them — the next change is made under a copyId of its own. That asks nobody anything, so
 * it does no harm where the profile was only moved. It does not see the image of a whole disk that runs
 * twice on machines with one machine id, nor a profile that two computers use over the network.
 */
export interface ProfileMark {
  /** A word for this life of the profile; stands in the journals made in it. */
  readonly life: string;
  readonly owns: (meta: Pick<JournalMeta, 'owner'>) => boolean;
}

const noteSchema = z.object({
  life: z.string(),
  /** True for the first life: journals without an owner are from before there were lives. */
  first: z.boolean(),
  seen: z.string(),
});
type Note = z.output<typeof noteSchema>;

/** Recognises the profile at a start; one that cannot say whose it is owns nothing. */
export async function profileMark(
  tools: Replacing,
  userData: string,
  log: (line: string) => void,
): Promise<ProfileMark> {
  try {
    return marked(await recognise(tools, userData));
  } catch (error) {
    log(`profile not recognised: ${codeOf(error) || 'not readable'}`);
    return marked({ life: tools.word(), first: false, seen: '' });
  }
}

function marked({ life, first }: Note): ProfileMark {
  return { life, owns: ({ owner }) => (owner === undefined ? first : owner === life) };
}

async function recognise(tools: Replacing, userData: string): Promise<Note> {
  const { disk } = tools;
  const path = join(userData, 'profile.json');
  const note = await readNote(tools, path);
  const seen = await seenOf(tools, userData);
  if (note?.seen === seen) return note;
  const isNew = (await disk.stat(path)) === null;
  // One that is there and tells nothing is kept as it lies, under another name.
  if (!isNew && note === undefined) {
    await disk.rename(path, join(userData, `profile-damaged-${tools.word()}.json`));
  }
  const fresh: Note = { life: tools.word(), first: isNew, seen };
  await replaceFile(tools, { path, bytes: new TextEncoder().encode(JSON.stringify(fresh)) });
  return fresh;
}

/** Undefined when there is none, or when it tells nothing. */
async function readNote({ disk }: Replacing, path: string): Promise<Note | undefined> {
  if ((await disk.stat(path)) === null) return undefined;
  const text = new TextDecoder().decode(await disk.readFile(path));
  try {
    return noteSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function seenOf({ disk, word }: Replacing, userData: string): Promise<string> {
  const path = join(userData, 'profile.mark');
  if ((await disk.stat(path)) === null) {
    await disk.makeFolder(userData);
    await writeNew(disk, path, new TextEncoder().encode(`${word()}\n`));
  }
  return `${await disk.identity(path)} ${await machineId(disk)}`;
}

/** Only Linux tells it in a file; elsewhere the mark has to be enough. */
async function machineId(disk: Replacing['disk']): Promise<string> {
  try {
    return new TextDecoder().decode(await disk.readFile('/etc/machine-id')).trim();
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return '';
  }
}
