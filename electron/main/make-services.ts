import { join } from 'node:path';
import { newId } from '@shared/core/kernel/id';
import type { Random } from '@shared/core/kernel/random';
import { BackupHealth } from './backups/backup-health';
import { Backups } from './backups/backups';
import { readWhereItFits, type StartReader } from '../reader/read-apart';
import type { Clock } from './clock';
import { cutDraftTail } from './files/cut-draft-tail';
import type { Disk } from './files/disk';
import { sweepFolder } from './files/replace-file';
import { weakPlaceWords, withWeakPlaces } from './files/weak-places';
import { readProject, type ReadsProject } from './files/project-file';
import { Handles } from './handles/handles';
import { journalStore } from './journal/journal-store';
import { profileMark } from './journal/profile-mark';
import { trace } from './files/log';
import { placeWords } from './places/place-words';
import { RecentList } from './places/recent';
import { Notices } from './notices';
import type { Services } from './services';
import { SettingsStore } from './settings/settings';

/** What the shell is given from outside. */
export interface Given extends Pick<
  Services,
  'folders' | 'dialogs' | 'desktop' | 'clipboard' | 'printing' | 'observer' | 'emit' | 'log'
> {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  readonly startReader: StartReader;
}

/** Puts the shell's parts together, reads the settings and sweeps what a killed run left behind. */
export async function makeServices(given: Given): Promise<Services> {
  const { clock, random, folders, log } = given;
  const notices = new Notices(given.emit, clock);
  const place = (folder: string) => placeWords(folder, folders.documents);
  const disk = withWeakPlaces(given.disk, (folder) => {
    log('a folder cannot be made durable');
    notices.say(weakPlaceWords(folder, { userData: folders.userData, place }));
  });
  const word = () => newId('', random).slice(0, 12);
  const tools = { disk, clock, word };
  const settings = new SettingsStore(tools, folders);
  await settings.load();
  const health = new BackupHealth(tools, folders.userData, {
    tell: (message) => {
      given.emit({ type: 'backups', message });
    },
    log,
  });
  const readLarge = readingWith(given);
  const services: Services = {
    ...given,
    ...tools,
    settings,
    journals: journalStore(disk, join(folders.userData, 'journal')),
    profile: await profileMark(tools, folders.userData, log),
    recent: new RecentList(tools, folders.userData),
    backups: new Backups(tools, () => settings.current.backupsFolder, {
      health,
      log,
      readProject: readLarge,
    }),
    handles: new Handles(random),
    place,
    notices,
    readProject: readLarge,
  };
  await sweep(services);
  await mendDrafts(services);
  return services;
}

/** Reads project files here, and large ones in a process of their own. */
function readingWith({ startReader }: Pick<Given, 'startReader'>): ReadsProject {
  return (bytes) => readWhereItFits(bytes, readProject, startReader);
}

/** Before a page can open them; what was cut had never been called saved by the drafts alone. */
async function mendDrafts({ disk, folders, log }: Services): Promise<void> {
  try {
    const cut = await cutDraftTail(disk, folders.userData);
    if (cut > 0) log(`drafts: ${String(cut)} torn bytes cut`);
  } catch (error) {
    log(`drafts not looked at: ${trace(error)}`);
  }
}

async function sweep(services: Services): Promise<void> {
  const { disk, clock, settings, folders } = services;
  const { projectsFolder, backupsFolder } = settings.current;
  for (const folder of [folders.userData, projectsFolder, backupsFolder]) {
    try {
      await sweepFolder(disk, folder, clock.now());
    } catch (error) {
      services.log(`sweeping failed: ${trace(error)}`);
    }
  }
}
