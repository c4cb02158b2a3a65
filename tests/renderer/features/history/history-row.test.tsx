// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { addRecord } from '@shared/core/commands/add-record';
import { editField } from '@shared/core/commands/edit-field';
import { seededRandom } from '@shared/core/kernel/random';
import { starterRecords } from '@shared/core/model/starter';
import { HistoryPanel } from '@renderer/features/history/history-panel';
import { InStudio, studioWith } from '../studio-for-pages';

afterEach(cleanup);

it('a step of the history tells field by field what it did', () => {
  const records = starterRecords('汽车维修', seededRandom(1));
  const studio = studioWith(records);
  const { execute } = studio.document.getState();
  const level = records.find(({ kind }) => kind === 'majorLevel')?.id ?? '';
  const fields = { name: '汽车维护' };
  const made = execute(addRecord, { kind: 'typicalWorkTask', parentId: level, fields });
  const id = made.ok ? (made.value.focus ?? '') : '';
  execute(editField, { id, field: 'taskNature', value: 'design' });
  render(
    <InStudio studio={studio}>
      <HistoryPanel onMove={() => undefined} />
    </InStudio>,
  );
  const [last] = screen.getAllByRole('button', { name: /撤销这一步/ });
  expect(last?.getAttribute('aria-description')).toBe(
    '典型工作任务“汽车维护”的任务性质：程序性 → 设计性',
  );
});
