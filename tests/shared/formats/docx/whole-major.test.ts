import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originHash } from '@shared/core/changes/lineage';
import { sha256Hex } from '@shared/core/kernel/hash';
import { seededRandom } from '@shared/core/kernel/random';
import { type Project, projectOf } from '@shared/core/model/project';
import { buildPaper, type PaperRequest } from '@shared/core/papers/build-paper';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import { samples } from '@shared/core/samples/index';
import { writeDocx } from '@shared/formats/docx/write-docx';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { sampleOrigin, valueOf } from '../../../helpers/sample-paper';

/** Every paper of both majors in every layout, read by programs that are not ours. */

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const pythons = ['/usr/bin/python3', 'python3'];
const python = pythons.find((one) => spawnSync(one, ['-c', 'import docx']).status === 0) ?? '';

interface Compared {
  readonly paragraphs: number;
  readonly differences: readonly unknown[];
  readonly objections: readonly unknown[];
}

/** Writes one paper of a project; the same bytes whenever it is asked. */
const write = async (project: Project, request: PaperRequest) =>
  writeDocx(valueOf(buildPaper(project, request)), sampleOrigin);

describe.each([
  { sample: 'qiche-weixiu', papers: 35, paragraphs: 12_000 },
  { sample: 'hulianwang-yingxiao', papers: 21, paragraphs: 6000 },
])('all papers of the sample $sample', ({ sample, papers, paragraphs }) => {
  let folder = '';
  let listed: readonly { readonly file: string; readonly isFirstLayout: boolean }[] = [];
  let compared: Compared;
  let project: Project;
  let requests: readonly PaperRequest[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongxue-whole-'));
    const records = samples.find(({ id }) => id === sample)?.records(seededRandom(4)) ?? [];
    const { projectId } = sampleOrigin;
    const head = { copyId: 'cp0000000000000000', seq: 0, changeHash: originHash(projectId) };
    const file = writeProjectFile({ standing: { projectId, head, lineage: {} }, records });
    writeFileSync(join(folder, 'P.gxk'), valueOf(file));
    project = projectOf(records);
    const courses = records.flatMap((record) =>
      record.kind === 'course' && 'courseKind' in record && record.courseKind === 'integrated'
        ? [record.id]
        : [],
    );
    requests = paperKinds.flatMap(({ id: kind, subject, layouts }) =>
      layouts.flatMap(({ id: layoutId }): readonly PaperRequest[] =>
        (subject === 'major' ? [null] : courses).map((subjectId) => ({
          kind,
          layoutId,
          subjectId,
        })),
      ),
    );
    listed = await Promise.all(
      requests.map(async (request, index) => {
        const path = join(folder, `${String(index)}.docx`);
        writeFileSync(path, await write(project, request));
        const { kind: paper, layoutId: layout, subjectId: courseId } = request;
        const [first] = paperKinds.find(({ id }) => id === paper)?.layouts ?? [];
        return { paper, layout, courseId, file: path, isFirstLayout: first?.id === layout };
      }),
    );
    writeFileSync(join(folder, 'list.json'), JSON.stringify(listed));
    const script = at('tests/readers/compare-papers.mjs');
    const args = [script, join(folder, 'P.gxk'), join(folder, 'list.json'), python];
    const options = { encoding: 'utf8', maxBuffer: 100_000_000 } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
    if (status !== 0) throw new Error(stderr);
    compared = JSON.parse(stdout) as Compared;
  }, 240_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('hold what the project file holds and nothing else, as mammoth and python-docx read them', () => {
    expect(listed).toHaveLength(papers);
    expect(compared.differences).toEqual([]);
    expect(compared.paragraphs).toBeGreaterThan(paragraphs);
  });

  it('give a typographer nothing to object to: grids, header rows, headings, labels, fonts, lines', () => {
    expect(compared.objections).toEqual([]);
  });

  it('have the same bytes when they are written again, in another order', async () => {
    for (const [index, request] of [...requests.entries()].reverse()) {
      const before = new Uint8Array(readFileSync(listed[index]?.file ?? ''));
      expect(sha256Hex(await write(project, request)), request.layoutId).toBe(sha256Hex(before));
    }
  });

  // The other layouts are tried with one course in readers.test.ts: a second of processor time for a file.
  it('have no error for the Open XML SDK', (context) => {
    const files = listed.filter(({ isFirstLayout }) => isFirstLayout).map(({ file }) => file);
    const validated = spawnSync(process.execPath, [at('scripts/validate-docx.mjs'), ...files], {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    });
    if (validated.stderr.includes('could not be installed')) {
      context.skip('the validator could not be installed');
    }
    const verdicts = validated.stdout.trim().split('\n');
    expect(verdicts.map((line) => JSON.parse(line) as unknown)).toEqual(
      files.map((file) => ({ file, ok: true, errors: [] })),
    );
    expect(files.length).toBeGreaterThan(papers / 2);
  }, 300_000);
});
