import { recordsAt, valuesAt } from '../paths/values';
import type { PageSetup } from './block';
import type { BlockOf } from './layout';
import type { Making } from './making';

/** One round of a repetition: what is at hand in it, and how its pages lie (null = as those before). */
export interface Round {
  readonly own: Making;
  readonly orientation: PageSetup['orientation'] | null;
}

/** The rounds of a repetition in the order of the paper. */
export function repeatMakings(making: Making, block: BlockOf<'repeat'>): readonly Round[] {
  const { over, landscape } = block;
  return recordsAt(making, over).records.map((record) => {
    const own = { ...making, record };
    if (landscape === undefined) return { own, orientation: null };
    const size = Number(valuesAt(own, landscape.bind).values[0]?.text ?? 0);
    return { own, orientation: size >= landscape.from ? 'landscape' : 'portrait' };
  });
}
