import './start-flags';
import { join } from 'node:path';
import { systemClock } from './clock';
import { nodeDisk } from './files/node-disk';
import { systemRandom } from './random';
import { startShell } from './shell';

startShell({
  disk: nodeDisk,
  clock: systemClock,
  random: systemRandom(),
  observer: { saved: () => undefined, written: () => undefined },
  windowFolder: join(__dirname, '../renderer'),
  preload: join(__dirname, '../preload/preload.cjs'),
});
