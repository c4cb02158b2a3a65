import { describe, expect, it } from 'vitest';
import { parseRecord, storedForm } from '@shared/core/model/record';
import { fieldOf, isKnown, type KnownRecord } from '@shared/core/model/record';

/** A kept paper as version 1.1 stored it. */
const old = {
  ...{ id: 'ke0000000000000000', kind: 'keptExport', parentId: 'bl0000000000000000', order: 'V' },
  ...{ paper: 'courseStandard', layout: 'course-standard.national', fileName: '汽车维护.docx' },
  ...{ courseId: 'co0000000000000000', sha256: 'a1'.repeat(32) },
};

function read(stored: unknown): KnownRecord {
  const record = parseRecord(stored);
  if ('problem' in record || !isKnown(record)) throw new Error('not read');
  return record;
}

describe('留存的导出：旧文件里写的是 courseId', () => {
  it('is read under the new name and stored as it was, byte for byte', () => {
    const record = read(old);
    expect(fieldOf(record, 'subjectId')).toBe('co0000000000000000');
    expect(storedForm(record)).toEqual(old);
    expect(storedForm(read({ ...old, courseId: null }))).toEqual({ ...old, courseId: null });
  });

  it('is stored under the new name only once that changes', () => {
    const changed = { ...read(old), subjectId: null } as KnownRecord;
    const { courseId, ...others } = old;
    expect(courseId).not.toBeNull();
    expect(storedForm(changed)).toEqual(others);
    expect(fieldOf(read(storedForm(changed)), 'subjectId')).toBeNull();
  });

  it('written today it says what it is about under the new name', () => {
    const { courseId: subjectId, ...others } = old;
    expect(storedForm(read({ ...others, subjectId }))).toEqual({ ...others, subjectId });
  });
});
