import { readFileSync } from 'node:fs';
import { digest } from '@electron/main/files/digest';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';

/** Reads the file it is named in a process that has done nothing else, and says what became of it and what it took. */
const bytes = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const before = process.resourceUsage().maxRSS;
const read = readProjectFile(bytes, digest);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    message: read.ok ? null : read.failure.message,
    detail: read.ok ? null : read.failure.detail.slice(0, 300),
    before,
    kilobytes: maxRSS,
    seconds: (userCPUTime + systemCPUTime) / 1e6,
  }),
);
