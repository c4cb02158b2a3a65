import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newId } from '@shared/core/kernel/id';
import { seededRandom } from '@shared/core/kernel/random';
import { contentHash, contentOf } from '@shared/core/model/content-hash';
import { projectOf } from '@shared/core/model/project';
import {
  type Baseline,
  freeze,
  frozenProject,
  isWhole,
  keptPaper,
  readBaseline,
} from '@shared/formats/project-file/baseline';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { randomProject } from '../../../helpers/random-project';
import { standing, utf8 } from './project-parts';

function aFreezing(seed: number, contents: readonly Uint8Array[], note = '') {
  const { project, frozen } = tryFreezing(seed, contents, { note });
  if (!frozen.ok) throw new Error(frozen.failure.detail);
  return { project, ...frozen.value };
}

function tryFreezing(
  seed: number,
  contents: readonly Uint8Array[],
  said: { readonly name?: string; readonly note?: string; readonly by?: string } = {},
) {
  const random = seededRandom(seed);
  const project = randomProject(seed);
  const frozen = freeze({
    words: {
      ...{ id: newId('bl', random), stage: 'submitted' as const, name: '送审稿', note: '' },
      ...{ by: '王老师', at: '2026-11-25T08:00:00.000Z', ...said },
    },
    standing,
    project,
    media: new Map(),
    papers: contents.map((content, index) => ({
      id: newId('ke', random),
      // As long as a name can be on a disk; an entry of the file could not be called so.
      name: `${'汽车维修专业课程标准'.repeat(7)}${String(index)}.docx`,
      ...{ paper: 'courseStandard', layout: 'course-standard.national', subjectId: null, content },
    })),
  });
  return { project, frozen };
}

it.each([
  [{ name: '送'.repeat(201) }, '名称最多 200 个字，这里有 201 个'],
  [{ note: '说'.repeat(30_000) }, '说明最多 20,000 个字，这里有 30,000 个'],
  [{ by: '王'.repeat(101) }, '经手人最多 100 个字'],
  [{ name: '' }, '还没有名称'],
])('what could not be read again is not frozen, and the words say what to do', (said, words) => {
  const { frozen } = tryFreezing(5, [utf8('一')], said);
  expect(frozen.ok ? '' : frozen.failure.message).toContain(words);
});

it('a paper that is empty is none, and nothing is frozen with it', () => {
  const { frozen } = tryFreezing(5, [utf8('一'), new Uint8Array()]);
  expect(frozen.ok ? '' : frozen.failure.message).toContain('1.docx”没有做成，是空的');
});

it('up to 2,000 papers are kept and all of them read again; more are refused in words', () => {
  const papers = Array.from({ length: 2_001 }, (_, index) => utf8(String(index)));
  const { baseline, entries } = aFreezing(5, papers.slice(1));
  expect(readBaseline(entries, baseline.id)?.files).toHaveLength(2_000);
  expect(isWhole(entries, baseline.id)).toBe(true);
  const { frozen } = tryFreezing(5, papers);
  expect(frozen.ok ? '' : frozen.failure.message).toContain(
    '一次最多 2,000 份文件，这里有 2,001 份',
  );
});

it('the longest words that are taken are read again', () => {
  const said = { name: '送'.repeat(200), note: '说'.repeat(20_000), by: '王'.repeat(100) };
  const { frozen } = tryFreezing(5, [utf8('一')], said);
  if (!frozen.ok) throw new Error(frozen.failure.message);
  expect(readBaseline(frozen.value.entries, frozen.value.baseline.id)).toMatchObject(said);
});

it('a project written with what was frozen opens, and gives every paper back byte for byte', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 50 }),
      (seed, contents, note) => {
        const { project, baseline, entries } = aFreezing(seed, contents, note.normalize('NFC'));
        const written = writeProjectFile({
          standing,
          records: project.records.values(),
          exports: entries,
        });
        if (!written.ok) throw new Error(written.failure.detail);
        const opened = readProjectFile(written.value);
        if (!opened.ok) throw new Error(opened.failure.detail);
        const found = readBaseline(opened.value.exports, baseline.id);
        expect(found).toEqual(baseline);
        const papers = baseline.files.map((file) =>
          keptPaper(opened.value.exports, baseline.id, file),
        );
        expect(papers).toEqual(contents);
        const frozen = frozenProject(opened.value.exports, baseline);
        expect(frozen?.records).toEqual(contentOf(project.records.values()));
        expect(contentHash(projectOf(frozen?.records ?? []))).toBe(baseline.projectHash);
      },
    ),
    { numRuns: 60, seed: 20261125 },
  );
});

it('the same state frozen with the same words is the same, byte for byte', () => {
  const [first, second] = [aFreezing(7, [utf8('一')]), aFreezing(7, [utf8('一')])];
  expect([...first.entries]).toEqual([...second.entries]);
});

it('a paper that is not what it was is not given out', () => {
  const { baseline, entries } = aFreezing(3, [utf8('一'), utf8('二')]);
  const [first, second] = baseline.files as [Baseline['files'][0], Baseline['files'][0]];
  const changed = new Map(entries);
  changed.set(`${baseline.id}/${first.id}.docx`, utf8('改'));
  changed.delete(`${baseline.id}/${second.id}.docx`);
  expect(keptPaper(changed, baseline.id, first)).toBeUndefined();
  expect(keptPaper(changed, baseline.id, second)).toBeUndefined();
  expect(keptPaper(entries, baseline.id, first)).toEqual(utf8('一'));
});

it('a description that is none, or is of another one, is not believed', () => {
  const { baseline, entries } = aFreezing(3, []);
  const name = `${baseline.id}/baseline.json`;
  const other = utf8({ ...baseline, id: 'bl0000000000000000' });
  for (const bad of [utf8('{'), utf8({}), utf8('{"__proto__":1}'), other]) {
    expect(readBaseline(new Map([...entries, [name, bad]]), baseline.id)).toBeUndefined();
  }
  expect(readBaseline(new Map(), baseline.id)).toBeUndefined();
});

it('a frozen project that somebody exchanged is not taken for the one that was frozen', () => {
  const { baseline, entries } = aFreezing(3, []);
  const other = aFreezing(4, []);
  const exchanged = other.entries.get(`${other.baseline.id}/project.gxk`) ?? new Uint8Array();
  const changed = new Map([...entries, [`${baseline.id}/project.gxk`, exchanged] as const]);
  expect(frozenProject(changed, baseline)).toBeUndefined();
});
