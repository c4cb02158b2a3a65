import { describe, expect, it } from 'vitest';
import { addListItem } from '@shared/core/commands/add-list-item';
import { addRecord } from '@shared/core/commands/add-record';
import { editField } from '@shared/core/commands/edit-field';
import { removeRecords } from '@shared/core/commands/remove-records';
import { canonicalJsonIndented } from '@shared/core/kernel/canonical-json';
import { mostItems } from '@shared/core/model/field';
import { mostRecordBytes, mostRecords } from '@shared/core/model/limits';
import { projectOf } from '@shared/core/model/project';
import { recordBytes } from '@shared/core/model/record-bytes';
import { newRecord, storedForm } from '@shared/core/model/record';
import { courseDesk, Desk } from '../../../helpers/course';
import { randomProject } from '../../../helpers/random-project';

describe('how large a project may be', () => {
  it('is never underrated: the records take no more bytes in the file than counted', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      for (const record of randomProject(seed).records.values()) {
        const written = Buffer.byteLength(canonicalJsonIndented([storedForm(record)]));
        expect(written).toBeLessThanOrEqual(recordBytes(record));
      }
    }
  });

  it('lets no command add a record too many, and always lets delete', () => {
    const { desk, courseId } = courseDesk();
    const fillers = Array.from({ length: mostRecords - desk.project.records.size }, (_, index) =>
      newRecord('learningContent', {
        id: `lc${String(index).padStart(16, '0')}`,
        // Spread over many lists, as in a large project.
        parentId: `co${String(index % 1_000).padStart(16, '0')}`,
        order: 'a0',
      }),
    );
    const full = new Desk(projectOf([...desk.project.records.values(), ...fillers]));
    const add = { kind: 'courseStage', parentId: courseId } as const;
    expect(full.refused(addRecord, add).message).toBe(
      '一份稿子最多 200,000 条内容，这样会超过，没有改动。请把稿子分成几份。',
    );
    full.do(removeRecords, { ids: [fillers[0]?.id ?? ''] });
    full.do(addRecord, add);
  });

  it('lets no command add more text than the file may hold', () => {
    const { desk, courseId, workTaskId } = courseDesk();
    const base = { parentId: courseId, order: 'a0' };
    const text = '长'.repeat(100_000);
    const count = Math.floor(mostRecordBytes / (3 * text.length)) - 2;
    const fillers = Array.from({ length: count }, (_, index) =>
      newRecord(
        'learningContent',
        { ...base, id: `lc${String(index).padStart(16, '0')}` },
        { text },
      ),
    );
    const full = new Desk(projectOf([...desk.project.records.values(), ...fillers]));
    full.do(editField, { id: workTaskId, field: 'workOrganization', value: '独立完成' });
    const edit = { id: workTaskId, field: 'description', value: text };
    full.do(editField, edit);
    expect(
      full.refused(editField, { id: workTaskId, field: 'workOrganization', value: text }).reason,
    ).toBe('too-large');
    full.do(editField, { ...edit, value: '' });
  });

  it('lets no list inside a record grow beyond its limit', () => {
    const { desk, workTaskId: id } = courseDesk();
    const record = desk.project.records.get(id);
    const tools = Array.from({ length: mostItems }, (_, index) => ({
      id: `it${String(index).padStart(16, '0')}`,
      text: '',
    }));
    const others = [...desk.project.records.values()].filter((other) => other.id !== id);
    const full = new Desk(projectOf([...others, { ...record, tools } as never]));
    const input = { id, field: 'tools', afterItemId: null, text: '扳手' };
    expect(full.refused(addListItem, input).reason).toBe('too-many-items');
  });
});
