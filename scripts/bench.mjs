/**
 * `npm run bench`: measures the work a teacher waits for against named baselines in the same run,
 * writes one JSON document to stdout and ends with 1 when a budget is not kept. `--only edit,export`
 * measures some of it. What is judged is the quietest round, as a ratio or scaled by the typical speed
 * of the machine meanwhile, so that other programs do not decide.
 */
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { buildApp } from './build.mjs';
import { checkout, inCheckout } from './checkout.mjs';
import { startDisplay } from './display.mjs';
import { electronPath } from './electron-path.mjs';
import { program as installed, requireMachine } from './machine.mjs';

const folder = inCheckout('.cache', 'bench');
const programs = [
  'judge',
  'measure',
  'edit',
  'rules',
  'memory',
  'make-file',
  'open',
  'export',
  'start',
  'typing',
  'preview',
];
const python = '/usr/bin/python3';
const files = {
  course: `${folder}/course.gxk`,
  sample: `${folder}/sample.gxk`,
  major: `${folder}/major.gxk`,
  big: `${folder}/big.gxk`,
};

/** What writes the same paper beside us: programs of ours, and what others are given. */
const writers = {
  'bare docx given ready strings': ['export', 'bare', folder],
  'docxtemplater given ready strings, without merged cells': ['export', 'templater', folder],
  'floor: joining and deflating the finished XML': ['export', 'floor', folder],
};
const others = {
  'python-docx given ready strings': 'strings.json',
  'pandoc given HTML with the same tables': 'paper.html',
};

/** The build of the app, once somebody needs it. */
let building;

const works = {
  edit: async () => found(await program('edit')),
  rules: async () => found(await program('rules')),
  memory: async () => found(await program('memory')),
  open: openFile,
  export: exportPapers,
  start: startWindow,
  typing: typeInWindow,
  preview: async () => {
    await program('make-file', 'qiche-weixiu', files.sample);
    return inWindow('preview', files.sample);
  },
};

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7)
  .split(',');
const chosen = only ?? Object.keys(works);
const unknown = chosen.filter((name) => !Object.hasOwn(works, name));
if (unknown.length > 0) {
  console.error(`没有这项测量：${unknown.join('、')}。可以选：${Object.keys(works).join('、')}。`);
  process.exit(2);
}
requireMachine(chosen.includes('export') ? [installed('pandoc')] : []);
await mkdir(folder, { recursive: true });
await buildPrograms();
const load = createRequire(import.meta.url);
const { judge, quietCalibration, ratios, rounded } = load(`${folder}/judge.cjs`);
const { median } = load(`${folder}/measure.cjs`);

const results = [];
for (const name of chosen) {
  console.error(`… ${name}`);
  try {
    for (const { finding, calibrations } of await works[name]()) {
      results.push(judged(finding, calibrations));
    }
  } catch (cause) {
    // What could not be measured is not within its budget; the rest is measured all the same.
    results.push({ id: name, ok: false, work: String(cause), budgets: [] });
  }
}
const ok = results.every((result) => result.ok);
process.stdout.write(`${JSON.stringify({ ok, machine: machine(), results }, null, 2)}\n`);
for (const result of results) tell(result);
process.exitCode = ok ? 0 : 1;

/** Three fresh processes each, turn by turn: opening happens once after a start. */
async function openFile() {
  await program('make-file', '15000', files.major);
  await program('make-file', 'qiche-weixiu', files.sample);
  const ways = { ours: files.major, bare: files.major, sample: files.sample };
  const times = { ours: [], bare: [], sample: [] };
  const calibrations = [];
  let records = 0;
  for (let turn = 0; turn < 3; turn += 1) {
    for (const [way, file] of Object.entries(ways)) {
      const report = await program('open', way === 'bare' ? 'bare' : 'ours', file);
      calibrations.push(...report.calibrations);
      times[way].push(report.findings[0].measured.milliseconds);
      if (way === 'ours') ({ records } = report.findings[0].measured);
    }
  }
  const best = (way) => Math.min(...times[way]);
  const finding = {
    id: 'open',
    work: `a project file of ${records} records, from bytes to a project that can be edited`,
    measured: { milliseconds: best('ours'), records, sampleMajor: best('sample') },
    baselines: { 'unpacking and JSON.parse of the same file, unchecked': best('bare') },
  };
  return [{ finding, calibrations }];
}

/** Each writer in a process of its own, one after the other. */
async function exportPapers() {
  await program('export', 'strings', folder);
  const { findings, calibrations } = await program('export', 'ours', folder);
  const { milliseconds, peakMegabytes, rounds } = findings[0].measured;
  const baselines = {};
  const memory = { ours: peakMegabytes };
  const note = (name, measured) => {
    baselines[name] = measured.milliseconds;
    memory[name] = measured.peakMegabytes;
  };
  for (const [name, args] of Object.entries(writers)) {
    const report = await program(...args);
    calibrations.push(...report.calibrations);
    note(name, report.findings[0].measured);
  }
  const script = inCheckout('bench', 'export_python.py');
  for (const [name, file] of Object.entries(others)) {
    note(name, JSON.parse(await run(python, [script, `${folder}/${file}`, '2'])));
  }
  const finding = {
    id: 'export',
    work: '专业课程标准 of the sample 汽车维修 from its records to .docx',
    measured: { milliseconds, rounds },
    baselines,
    peakMegabytes: memory,
  };
  return [{ finding, calibrations }];
}

async function startWindow() {
  await program('make-file', '1', files.course);
  await program('make-file', 'qiche-weixiu', files.sample);
  return inWindow('start', files.course, files.sample);
}

async function typeInWindow() {
  await program('make-file', '50000', files.big);
  await program('make-file', 'qiche-weixiu', files.sample);
  return [
    ...(await inWindow('typing', files.big, 'typing')),
    ...(await inWindow('typing', files.sample, 'typing-sample')),
  ];
}

async function inWindow(name, ...args) {
  const stopDisplay = await startDisplay();
  try {
    return found(await program(name, await electronPath(), await builtApp(), ...args));
  } finally {
    stopDisplay();
  }
}

/** Builds the app into a folder of its own, once. */
function builtApp() {
  building ??= (async () => {
    const app = `${folder}/app`;
    await buildApp({ folder: `${app}/dist` });
    const manifest = JSON.parse(await readFile(inCheckout('package.json'), 'utf8'));
    const { name, productName, version, main } = manifest;
    await writeFile(`${app}/package.json`, JSON.stringify({ name, productName, version, main }));
    return app;
  })();
  return building;
}

function found({ findings, calibrations }) {
  return findings.map((finding) => ({ finding, calibrations }));
}

function judged(finding, calibrations) {
  const calibration = median(calibrations);
  const { verdicts, ok } = judge(finding, calibration);
  const all = (numbers) =>
    Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, rounded(value)]));
  return {
    id: finding.id,
    ok,
    work: finding.work,
    measured: all(finding.measured),
    baselines: all(finding.baselines),
    ratios: ratios(finding),
    ...(finding.peakMegabytes && { peakMegabytes: all(finding.peakMegabytes) }),
    calibration: { milliseconds: rounded(calibration), quiet: quietCalibration },
    budgets: verdicts,
  };
}

function tell({ id, ok: kept, work, budgets }) {
  console.error(`${kept ? '✓' : '✗'} ${id}: ${work}`);
  for (const { value, of, actual, allowed, ok: within } of budgets) {
    console.error(`    ${within ? ' ' : '✗'} ${value} ${actual} ≤ ${allowed} (${of})`);
  }
}

function machine() {
  const [processor, ...others] = cpus();
  return { node: process.version, processor: processor?.model ?? '', cores: others.length + 1 };
}

async function buildPrograms() {
  await build({
    absWorkingDir: checkout,
    entryPoints: programs.map((name) => `bench/${name}.ts`),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['playwright-core'],
    alias: { '@shared': inCheckout('shared'), '@templates': inCheckout('templates') },
    logLevel: 'warning',
  });
}

async function program(name, ...args) {
  return JSON.parse((await run(process.execPath, [`${folder}/${name}.cjs`, ...args])) || '{}');
}

/** What a program wrote to stdout; throws when it failed. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: checkout, stdio: ['ignore', 'pipe', 'inherit'] });
    let written = '';
    child.stdout.on('data', (data) => (written += data));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(written);
      else reject(new Error(`${args[0]} ended with ${code}`));
    });
  });
}
