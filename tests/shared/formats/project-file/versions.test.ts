import { describe, expect, it } from 'vitest';
import { readManifest } from '@shared/formats/project-file/read-manifest';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { aProjectFile, partsOf, utf8, withParts } from './project-parts';

const decode = (bytes: Uint8Array | undefined) =>
  JSON.parse(new TextDecoder().decode(bytes)) as unknown;

const laterCourse = {
  kind: 'course',
  id: 'co0000000000000001',
  parentId: null,
  order: 'a0',
  name: '汽车维护',
  colour: { shade: [1, 2] },
};
const laterKind = {
  kind: 'simulation',
  id: 'sm0000000000000001',
  parentId: 'co0000000000000001',
  order: 'a1',
  wording: '仿真任务',
};

function aFileOfVersion(schemaVersion: string): Uint8Array {
  return withParts(
    {
      'project.json': utf8({ records: [laterKind, laterCourse], views: { main: 1 } }),
      'thumbnails/1.bin': utf8('picture'),
    },
    (manifest) => ({ ...manifest, schemaVersion, signature: { by: '某校' } }),
  );
}

describe('a file of a newer minor version', () => {
  it('opens, and everything unknown is there again after writing', () => {
    const read = readProjectFile(aFileOfVersion('1.7'));
    if (!read.ok) throw new Error(read.failure.detail);
    expect(read.value).toMatchObject({ newerMinor: true, version: { major: 1, minor: 7 } });
    expect(read.value.records.map(({ kind }) => kind)).toEqual(['course', '?simulation']);
    expect(read.value.counts).toEqual({ course: 1, simulation: 1 });

    const written = writeProjectFile(read.value);
    if (!written.ok) throw new Error(written.failure.detail);
    const parts = partsOf(written.value);
    expect(decode(parts.get('manifest.json'))).toMatchObject({
      schemaVersion: '1.7',
      signature: { by: '某校' },
    });
    expect(decode(parts.get('project.json'))).toMatchObject({
      views: { main: 1 },
      records: [laterCourse, laterKind],
    });
    expect(parts.get('thumbnails/1.bin')).toEqual(utf8('picture'));
    expect(readProjectFile(written.value)).toEqual(read);
  });

  it('keeps unknown members that have the names of built-in properties', () => {
    const read = readProjectFile(withParts({}, (manifest) => ({ ...manifest, toString: 'kept' })));
    expect(read.ok && Object.keys(read.value.foreign?.manifest ?? {})).toEqual(['toString']);
  });
});

describe('a file of a newer major version', () => {
  it('does not open, and says what it is about', () => {
    const bytes = aFileOfVersion('2.0');
    for (const read of [readProjectFile(bytes), readManifest(bytes)]) {
      expect(read).toMatchObject({
        ok: false,
        failure: { reason: 'too-new', summary: { title: '汽车维修' } },
      });
    }
  });

  it('is named so even when nothing else in it has a shape we know', () => {
    const bytes = withParts({ 'summary.json': null, 'project.json': null }, () => ({
      format: 'gxk',
      schemaVersion: '3.1',
    }));
    expect(readProjectFile(bytes)).toMatchObject({
      ok: false,
      failure: { reason: 'too-new', summary: null },
    });
  });
});

it.each(['0.9', '1', '01.0', '1.0.0', '', 'latest'])('there never was a version %j', (version) => {
  expect(readProjectFile(aFileOfVersion(version))).toMatchObject({
    ok: false,
    failure: { reason: 'damaged' },
  });
});

it('a field that is missing is read as empty', () => {
  const { name } = laterCourse;
  const bytes = withParts({ 'project.json': utf8({ records: [laterCourse] }) });
  const read = readProjectFile(bytes);
  expect(read.ok && read.value.records).toMatchObject([
    {
      name,
      standardHours: null,
      hoursLocked: false,
      objectivesIntro: '',
      courseKind: 'integrated',
    },
  ]);
});

it('links that lead nowhere are named and nothing is dropped', () => {
  const record = {
    kind: 'courseTask',
    id: 'mct0000000000000001',
    parentId: 'co0000000000000009',
    order: 'a0',
    typicalWorkTaskId: 'wt0000000000000009',
  };
  const read = readProjectFile(withParts({ 'project.json': utf8({ records: [record] }) }));
  expect(read.ok && read.value.findings.map(({ finding }) => finding)).toEqual([
    'dangling-parent',
    'dangling-ref',
  ]);
  expect(read.ok && read.value.records).toMatchObject([record]);
});

it('a sound file of this version has nothing foreign', () => {
  expect(readProjectFile(aProjectFile())).toMatchObject({
    ok: true,
    value: { foreign: null, newerMinor: false, migrated: false, findings: [] },
  });
});
