/**
 * `node compare-papers.mjs P.gxk LIST.json PYTHON` holds every paper of LIST (`[{ paper, layout, courseId, file }]`)
 * against what `project.json` says it must hold, as mammoth and python-docx read it, and against the rules of
 * the page. Prints `{ paragraphs, differences, objections }`; imports nothing of ours. Without PYTHON only mammoth reads.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { objections } from './document-rules.mjs';
import { expectedAnnex } from './expected-annexes.mjs';
import { expectedMajor } from './expected-major.mjs';
import { expectedTexts, recordsOf } from './expected-texts.mjs';
import { readWithMammoth } from './read-mammoth.mjs';

const [, , project, list, python] = process.argv;
const records = recordsOf(project);
const papers = JSON.parse(readFileSync(list, 'utf8'));

function expected({ paper, layout, courseId }) {
  if (paper === 'majorStandard') return expectedMajor(records, layout);
  return paper === 'courseStandard'
    ? expectedTexts(records, courseId, layout)
    : expectedAnnex(records, paper);
}

/** What python-docx reads of all papers, in one start of Python. */
function readWithPython() {
  if (!python) return papers.map(() => null);
  const script = fileURLToPath(new URL('read_docx.py', import.meta.url));
  const options = { encoding: 'utf8', maxBuffer: 400_000_000 };
  const { status, stdout, stderr } = spawnSync(
    python,
    [script, ...papers.map(({ file }) => file)],
    options,
  );
  if (status !== 0) throw new Error(stderr);
  return papers.length === 1 ? [JSON.parse(stdout)] : JSON.parse(stdout);
}

/** The first place where two lists part, or nothing. */
function difference(reader, { file }, wanted, read) {
  const texts = read.map((text) => text.replace(/\t\d*$/, ''));
  const at = wanted.findIndex((text, index) => text !== texts[index]);
  if (at === -1 && texts.length === wanted.length) return [];
  const place = at === -1 ? wanted.length : at;
  return [{ file, reader, place, wanted: wanted[place] ?? null, read: texts[place] ?? null }];
}

const inPython = readWithPython();
const differences = [];
const found = [];
let paragraphs = 0;
for (const [index, paper] of papers.entries()) {
  const wanted = expected(paper);
  paragraphs += wanted.length;
  differences.push(...difference('mammoth', paper, wanted, await readWithMammoth(paper.file)));
  const second = inPython[index];
  if (second !== null) differences.push(...difference('python-docx', paper, wanted, second));
  const told = objections(new Uint8Array(readFileSync(paper.file)));
  found.push(...told.map((words) => ({ file: paper.file, words })));
}
console.log(JSON.stringify({ paragraphs, differences, objections: found }));
