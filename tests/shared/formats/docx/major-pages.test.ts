import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originHash } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import { buildPaper } from '@shared/core/papers/build-paper';
import { samples } from '@shared/core/samples/index';
import { writeDocx } from '@shared/formats/docx/write-docx';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { sampleOrigin, valueOf } from '../../../helpers/sample-paper';

/** The standards of both majors in both styles as LibreOffice lays them out, read back by a script that is not ours. */

const script = fileURLToPath(new URL('../../../readers/check-pages.mjs', import.meta.url));
const fonts = fileURLToPath(new URL('../../../../scripts/fonts.conf', import.meta.url));
const cases = ['qiche-weixiu', 'hulianwang-yingxiao'].flatMap((sample) =>
  ['national', 'school'].map((style) => ({ sample, style, name: `${sample}-${style}` })),
);

interface Found {
  readonly name: string;
  readonly pages: number;
  readonly missing: readonly string[];
  readonly brokenAtMark: readonly string[];
  readonly empty: readonly number[];
  readonly contents: readonly {
    readonly words: string;
    readonly named: number;
    readonly found: number | null;
  }[];
}

let folder = '';
let found: readonly Found[] = [];
const of = (name: string) => found.find((one) => one.name === name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongxue-pages-'));
  for (const { sample, style, name } of cases) {
    const records = samples.find(({ id }) => id === sample)?.records(seededRandom(4)) ?? [];
    const { projectId } = sampleOrigin;
    const head = { copyId: 'cp0000000000000000', seq: 0, changeHash: originHash(projectId) };
    const file = writeProjectFile({ standing: { projectId, head, lineage: {} }, records });
    writeFileSync(join(folder, `${name}.gxk`), valueOf(file));
    const layoutId = `major-standard.${style}`;
    const request = { kind: 'majorStandard', layoutId, subjectId: null } as const;
    const paper = valueOf(buildPaper(projectOf(records), request));
    writeFileSync(join(folder, `${name}.docx`), await writeDocx(paper, sampleOrigin));
  }
  const result = spawnSync(process.execPath, [script, folder, ...cases.map(({ name }) => name)], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  if (result.status !== 0) throw new Error(result.stderr);
  found = JSON.parse(readFileSync(join(folder, 'found.json'), 'utf8')) as Found[];
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(cases)('the pages of $name', ({ sample, name }) => {
  it('hold every text of the model', () => {
    expect(of(name)?.missing).toEqual([]);
  });

  it('never begin a line with a mark that closes, nor end one with a mark that opens', () => {
    expect(of(name)?.brokenAtMark).toEqual([]);
  });

  it('stand within one page of what the 目录 names', () => {
    const contents = of(name)?.contents ?? [];
    expect(contents.length).toBeGreaterThan(30);
    const off = contents.filter(
      ({ named, found: page }) => page === null || Math.abs(named - page) > 1,
    );
    expect(off).toEqual([]);
  });

  it('are many, and none is empty', () => {
    expect(of(name)?.pages).toBeGreaterThanOrEqual(sample === 'qiche-weixiu' ? 80 : 60);
    expect(of(name)?.empty).toEqual([]);
  });
});
