import { expect, it } from 'vitest';
import { linkFindings } from '@shared/core/model/link-findings';
import { projectOf } from '@shared/core/model/project';
import { bigProjectRecords } from '../../bench/big-project';

it('the project of the bench is one sound major of as many records as asked for', () => {
  const records = bigProjectRecords(1_000);
  expect(records.length).toBeGreaterThanOrEqual(1_000);
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  expect(records.filter(({ kind }) => kind === 'major')).toHaveLength(1);
  expect(records.filter(({ kind }) => kind === 'course').length).toBeGreaterThan(3);
  expect(linkFindings(projectOf(records))).toEqual([]);
});
