import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { originHash } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import type { Paper } from '@shared/core/papers/block';
import { buildPaper } from '@shared/core/papers/build-paper';
import { samples } from '@shared/core/samples/index';
import { writeDocx } from '@shared/formats/docx/write-docx';
import { calibrate } from './calibrate';
import { bareDocx } from './export-bare-docx';
import { templaterDocx } from './export-docxtemplater';
import { pageOfHtml } from './export-html';
import { peakMegabytes, print, quietest, timed, timedAsync } from './measure';
import { flatTexts, type ReadyPaper, readyPaper } from './ready-strings';

/**
 * The 专业课程标准 of the sample 汽车维修 (about 100 pages) to .docx, from the records to the bytes,
 * against writers that are handed the finished strings. `node export.cjs strings <folder>` leaves
 * what the others get; `node export.cjs ours|bare|templater|floor <folder>` is one writer in a process
 * of its own, so that its memory can be told.
 */
const rounds = 6;
const projectId = 'pj0000000000000000';
const origin = { projectId, standingHash: originHash(projectId) };

type Way = () => Promise<unknown>;

function makePaper(): () => Paper {
  const sample = samples.find(({ id }) => id === 'qiche-weixiu');
  if (sample === undefined) throw new Error('There is no sample 汽车维修.');
  const project = projectOf(sample.records(seededRandom(1)));
  const request = { kind: 'majorStandard', layoutId: 'major-standard.national' } as const;
  return () => {
    const built = buildPaper(project, { ...request, subjectId: null });
    if (!built.ok) throw new Error(built.failure.message);
    return built.value;
  };
}

async function leaveStrings(folder: string): Promise<void> {
  const paper = makePaper()();
  const ready = readyPaper(paper);
  writeFileSync(join(folder, 'strings.json'), JSON.stringify([ready]));
  writeFileSync(join(folder, 'paper.html'), pageOfHtml(ready));
  writeFileSync(join(folder, 'paper.docx'), await writeDocx(paper, origin));
}

function readyIn(folder: string): ReadyPaper {
  const [ready] = JSON.parse(readFileSync(join(folder, 'strings.json'), 'utf8')) as ReadyPaper[];
  if (ready === undefined) throw new Error('Nobody has left the strings.');
  return ready;
}

const ways: Readonly<Record<string, (folder: string) => Way>> = {
  ours: () => {
    const paper = makePaper();
    return () => writeDocx(paper(), origin);
  },
  bare: (folder) => {
    const ready = readyIn(folder);
    return () => bareDocx(ready);
  },
  templater: (folder) => {
    const texts = flatTexts(readyIn(folder));
    return () => templaterDocx(texts);
  },
  floor: (folder) => {
    const parts = unzipSync(readFileSync(join(folder, 'paper.docx')));
    const pieces = Object.entries(parts).map(
      ([name, bytes]) => [name, strFromU8(bytes).split(/(?=<w:p>)/)] as const,
    );
    return () => {
      const joined: Zippable = {};
      for (const [name, texts] of pieces) joined[name] = strToU8(texts.join(''));
      return Promise.resolve(zipSync(joined, { level: 6 }));
    };
  },
};

async function run(way: Way): Promise<void> {
  const calibrations: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await timedAsync(way));
    // Behind the work, so that what it holds at most is the work's own.
    calibrations.push(timed(calibrate));
  }
  const measured = { milliseconds: quietest(times), peakMegabytes: peakMegabytes(), rounds };
  print({ calibrations, findings: [{ id: 'export', work: '', measured, baselines: {} }] });
}

const [name = '', folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('export strings|ours|bare|templater|floor <folder>');
if (name === 'strings') void leaveStrings(folder);
else {
  const way = Object.hasOwn(ways, name) ? ways[name] : undefined;
  if (way === undefined) throw new Error(`There is no writer ${name}.`);
  void run(way(folder));
}
