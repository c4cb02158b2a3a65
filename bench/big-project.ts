import { keyBetween, type OrderKey } from '@shared/core/kernel/order-key';
import { seededRandom } from '@shared/core/kernel/random';
import type { AnyRecord } from '@shared/core/model/record';
import { samples } from '@shared/core/samples/index';

/**
 * A project of at least `count` records: one major and level with as many copies of the finished
 * sample course (and its task) as it takes. Always the same.
 */
export function bigProjectRecords(count: number): readonly AnyRecord[] {
  const [sample] = samples;
  if (sample === undefined) throw new Error('There is no sample to copy.');
  const random = seededRandom(count);
  const records: AnyRecord[] = [];
  let levelId: string | null = null;
  let order: OrderKey | null = null;
  while (records.length < count) {
    for (const record of sample.records(random)) {
      const isTop = record.kind === 'major' || record.kind === 'majorLevel';
      if (isTop && levelId !== null) continue;
      if (record.kind === 'typicalWorkTask' || record.kind === 'course') {
        order = keyBetween(order, null, random);
        // The first copy stands where it was made; the others join it.
        records.push({ ...record, parentId: levelId ?? record.parentId, order });
      } else {
        records.push(record);
      }
    }
    levelId ??= records.find(({ kind }) => kind === 'majorLevel')?.id ?? null;
  }
  return records;
}
