import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originHash } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import {
  type AnyRecord,
  fieldOf,
  isKnown,
  kindSpec,
  type KnownRecord,
} from '@shared/core/model/record';
import type { Paper } from '@shared/core/papers/block';
import { buildPaper } from '@shared/core/papers/build-paper';
import { writeDocx } from '@shared/formats/docx/write-docx';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import {
  layoutIds,
  sampleCourse,
  sampleOrigin,
  samplePaper,
  sampleRecords,
  valueOf,
} from '../../../helpers/sample-paper';

/** Readers that are not ours: what they find in the Word file is held against a list made from project.json. */

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
/** The system's Python carries the packaged python-docx; another one on the PATH may not. */
const pythons = ['/usr/bin/python3', 'python3'];
const python = pythons.find((one) => spawnSync(one, ['-c', 'import docx']).status === 0);
if (python === undefined) {
  console.warn(
    'python-docx is not installed (Debian: python3-docx); its half of the reading is left out.',
  );
}

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongxue-readers-'));
  const { projectId } = sampleOrigin;
  const head = { copyId: 'cp0000000000000000', seq: 0, changeHash: originHash(projectId) };
  const standing = { projectId, head, lineage: {} };
  const file = writeProjectFile({ standing, records: sampleRecords() });
  writeFileSync(join(folder, 'sample.gxk'), valueOf(file));
  const half = halfWritten();
  writeFileSync(join(folder, 'half.gxk'), valueOf(writeProjectFile({ standing, records: half })));
  const { id: subjectId } = sampleCourse().course;
  for (const layoutId of layoutIds) {
    const request = { kind: 'courseStandard' as const, layoutId, subjectId };
    const paper = valueOf(buildPaper(projectOf(half), request));
    expect(paper.unfinished.length).toBeGreaterThan(5);
    const save = async (name: string, one: Paper) => {
      writeFileSync(join(folder, name), await writeDocx(one, sampleOrigin));
    };
    await save(`half-${layoutId}.docx`, paper);
    await save(`${layoutId}.docx`, samplePaper(layoutId));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The sample with every third text blank and every fifth list member gone, as in the middle of the work. */
function halfWritten(): readonly AnyRecord[] {
  const { below } = seededRandom(11);
  const members = new Set(['workObject', 'learningContent', 'assessmentPoint', 'taskRequirement']);
  return sampleRecords()
    .filter(({ kind }) => !members.has(kind) || below(5) > 0)
    .map((record) => (isKnown(record) ? blanked(record, below) : record));
}

function blanked(record: KnownRecord, below: (limit: number) => number): AnyRecord {
  const fields = Object.entries(kindSpec(record.kind).fields).map(([name, { type }]) => {
    const isText = ['line', 'text', 'note', 'date'].includes(type);
    const isBlank = isText && record.kind !== 'major' && below(3) === 0;
    const value = fieldOf(record, name);
    if (type === 'items' && Array.isArray(value)) return [name, value.filter(() => below(3) > 0)];
    return [name, isBlank ? '' : value];
  });
  return { ...record, ...Object.fromEntries(fields) } as AnyRecord;
}

function listFrom(program: string, args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return JSON.parse(stdout);
}

const expected = (layoutId: string, project = 'sample.gxk') =>
  listFrom(process.execPath, [
    at('tests/readers/expected-texts.mjs'),
    join(folder, project),
    sampleCourse().course.id,
    layoutId,
  ]);

describe.each(layoutIds)('a course standard in layout %s', (layoutId) => {
  const word = () => join(folder, `${layoutId}.docx`);

  it('is read by mammoth as exactly what the project file holds', () => {
    const read = listFrom(process.execPath, [at('tests/readers/read-mammoth.mjs'), word()]);
    expect(read).toEqual(expected(layoutId));
    expect((read as readonly string[]).length).toBeGreaterThan(120);
  });

  it('is read right in the middle of the work, too', () => {
    const half = join(folder, `half-${layoutId}.docx`);
    const read = listFrom(process.execPath, [at('tests/readers/read-mammoth.mjs'), half]);
    expect(read).toEqual(expected(layoutId, 'half.gxk'));
  });

  it.skipIf(python === undefined)(
    'is read by python-docx as exactly what the project file holds',
    () => {
      const read = listFrom(python ?? '', [at('tests/readers/read_docx.py'), word()]);
      expect(read).toEqual(expected(layoutId));
    },
  );

  it('has no error for the Open XML SDK', (context) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [at('scripts/validate-docx.mjs'), word()],
      { encoding: 'utf8', timeout: 120_000 },
    );
    if (stderr.includes('could not be installed')) {
      context.skip('the validator could not be installed');
    }
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
    expect(status).toBe(0);
  }, 150_000);
});
