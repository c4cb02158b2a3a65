import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { projectOf } from '@shared/core/model/project';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { calibrate } from './calibrate';
import { print, timed, timedOnThread } from './measure';

/**
 * Opens a project file once in a process that has done nothing yet, as a start of the app does:
 * `node open.cjs ours|bare <file>`. `bare` only unpacks and parses: no checks, no indexes.
 */
const [way, file] = process.argv.slice(2);
if (file === undefined) throw new Error('open ours|bare <file>');
const bytes = new Uint8Array(readFileSync(file));
let records = 0;

const milliseconds = timedOnThread(way === 'ours' ? openChecked : openBare);
print({
  calibrations: Array.from({ length: 7 }, () => timed(calibrate)).slice(2),
  findings: [{ id: 'open', work: way ?? '', measured: { milliseconds, records }, baselines: {} }],
});

function openChecked(): void {
  const read = readProjectFile(bytes);
  if (!read.ok) throw new Error(read.failure.message);
  records = projectOf(read.value.records).records.size;
}

function openBare(): void {
  const project = unzipSync(bytes)['project.json'];
  const parsed = JSON.parse(new TextDecoder().decode(project)) as { records: unknown[] };
  records = parsed.records.length;
}
