import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { linkFindings, projectOf } from '@shared/core/model/project';
import { parseRecord, storedForm } from '@shared/core/model/record';
import { samples } from '@shared/core/samples/index';

describe('every shipped sample', () => {
  it.each(samples)('$id opens without a broken link', ({ records }) => {
    const made = records(seededRandom(1));
    expect(linkFindings(projectOf(made))).toEqual([]);
    for (const record of made) expect(parseRecord(storedForm(record))).toEqual(record);
  });
});
