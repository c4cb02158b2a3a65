import { readFileSync } from 'node:fs';
import { digest } from '@electron/main/files/digest';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';

/** Reads the file it is named in a process that has done nothing else, and says what became of it and what it took. */
const bytes = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const read = readProjectFile(bytes, digest);
const { userCPUTime, systemCPUTime } = process.resourceUsage();
// Not `maxRSS`: that begins with what the process had that started this one.
const [, peak] = /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
process.stdout.write(
  JSON.stringify({
    message: read.ok ? null : read.failure.message,
    detail: read.ok ? null : read.failure.detail.slice(0, 300),
    kilobytes: Number(peak),
    seconds: (userCPUTime + systemCPUTime) / 1e6,
  }),
);
