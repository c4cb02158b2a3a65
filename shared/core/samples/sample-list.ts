import type { Random } from '../kernel/random';
import type { AnyRecord } from '../model/record';

export { type SampleEntry, sampleList } from './sample-entries';

/** The records of a fresh copy of a sample. The contents of all samples are one part of the program, loaded now. */
export async function loadSample(id: string, random: Random): Promise<readonly AnyRecord[]> {
  const { samples } = await import('./index');
  const sample = samples.find((one) => one.id === id);
  if (sample === undefined) throw new Error(`There is no sample ${id}.`);
  return sample.records(random);
}
