import { writeFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { originHash } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { type Project, projectOf } from '@shared/core/model/project';
import { buildPaper } from '@shared/core/papers/build-paper';
import { samples } from '@shared/core/samples/index';
import { writeDocx } from '@shared/formats/docx/write-docx';
import { bareDocx } from './export-bare-docx';
import { templaterDocx } from './export-docxtemplater';
import { calibrate } from './calibrate';
import { print, quietest, timed, timedAsync } from './measure';
import { flatTexts, readyPaper } from './ready-strings';

/**
 * Fifteen course standards (about 100 pages) to .docx, from the records to the bytes, against writers
 * that are handed the finished strings. `node export.cjs <file>` leaves the strings for python-docx.
 */
const courses = 15;
const rounds = 8;
const projectId = 'pj0000000000000000';
const origin = { projectId, standingHash: originHash(projectId) };

const projects = Array.from({ length: courses }, (_, index) =>
  projectOf(samples[0]?.records(seededRandom(index)) ?? []),
);

function paperOf(project: Project) {
  const course = project.records.find(({ kind }) => kind === 'course');
  const built = buildPaper(project, {
    kind: 'courseStandard',
    layoutId: 'course-standard.national',
    courseId: course?.id ?? '',
  });
  if (!built.ok) throw new Error(built.failure.message);
  return built.value;
}

async function run(stringsFile: string): Promise<void> {
  const ready = projects.map((project) => readyPaper(paperOf(project)));
  writeFileSync(stringsFile, JSON.stringify(ready));
  const flat = ready.map(flatTexts);
  const parts = unzipSync(await writeDocx(paperOf(projects[0] ?? projectOf([])), origin));
  const xml = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, bytes]));

  const ways: Record<string, () => Promise<unknown>> = {
    ours: async () => {
      for (const project of projects) await writeDocx(paperOf(project), origin);
    },
    'bare docx': async () => {
      for (const paper of ready) await bareDocx(paper);
    },
    docxtemplater: async () => {
      for (const texts of flat) await templaterDocx(texts);
    },
  };
  const calibrations: number[] = [];
  const times: Record<string, number[]> = {};
  const floor: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    calibrations.push(calibrate());
    for (const [name, way] of Object.entries(ways))
      (times[name] ??= []).push(await timedAsync(way));
    floor.push(
      timed(() => {
        for (const texts of flat) zipSync({ ...xml, 'extra.txt': strToU8(texts.join('')) });
      }),
    );
  }
  const best = (name: string) => quietest(times[name] ?? []);
  print({
    calibrations,
    findings: [
      {
        id: 'export',
        work: `${String(courses)} course standards from records to .docx`,
        measured: { milliseconds: best('ours'), papers: courses },
        baselines: {
          'bare docx given ready strings': best('bare docx'),
          'docxtemplater given ready strings, without merged cells': best('docxtemplater'),
          'floor: deflating the finished XML': quietest(floor),
        },
      },
    ],
  });
}

const [stringsFile] = process.argv.slice(2);
if (stringsFile === undefined) throw new Error('export <file for the ready strings>');
void run(stringsFile);
